import type {
  LandmarksShape,
  MuscleSharesShape,
  TrainedWeekShape,
  WeekOfMuscleShape,
} from "../api/client.ts";
import { daysLater, mondayOf, mondaysFrom, weekOf } from "../model/past/days.ts";
import { groupBy } from "../model/past/grouping.ts";
import type { Range } from "../model/past/ranges.ts";
import {
  type MuscleWeekly,
  perWeek,
  type Standing,
  standingsOf,
} from "../model/past/standing.ts";
import { muscleTotals, type WeekTotal, weekTotals } from "../model/past/weekly.ts";
import type { Bounds } from "../model/plan/volume.ts";
import { devicePast } from "./devicePast.svelte.ts";
import { rows } from "./rows.svelte.ts";

/** Return every week of a range as the server counted it, those without training too. */
export function weeksOf(
  shapes: readonly TrainedWeekShape[],
  { from, to }: Range,
): WeekTotal[] {
  const byMonday = new Map(shapes.map((one) => [one.weekStart, one]));
  return mondaysFrom(from, to).map((monday) => {
    const found = byMonday.get(monday);
    return {
      week: weekOf(monday),
      monday,
      volumeKg: found?.totalVolume ?? 0,
      workouts: found?.workoutCount ?? 0,
      sets: found?.workingSets ?? 0,
      minutes: Math.round((found?.durationSeconds ?? 0) / 60),
      isDeload: found?.isDeload ?? false,
    };
  });
}

/** Return every week of a range as the device counts it. */
export function deviceWeeks({ from, to }: Range): WeekTotal[] {
  return weekTotals(devicePast.counted, from, to);
}

/** Return how each muscle stands in an average trained week, by the server. */
export function standings(shape: MuscleSharesShape): Standing[] {
  const bounds = new Map(
    shape.muscles.map((one) => [one.muscle as string, boundsOf(one.landmarks)]),
  );
  const given = shape.muscles.map((one) => ({
    muscle: one.muscle,
    direct: Math.round(one.setsPerWeek * 10) / 10,
    fractional: one.fractionalSets / Math.max(1, shape.weeksTrained),
    sessions: one.sessionsPerWeek,
  }));
  return standingsOf(given, (muscle) => bounds.get(muscle) ?? null);
}

/** Return how each muscle stands in an average trained week, by the device. */
export function deviceStandings({ from, to }: Range): Standing[] {
  const weeks = deviceWeeks({ from, to }).filter((week) => week.sets > 0).length;
  const totals = muscleTotals(devicePast.counted, from, to);
  return standingsOf(perWeek(totals, weeks), landmarkOf);
}

/** What muscles were given in one week. */
export interface WeekOfMuscles {
  readonly monday: string;
  readonly isDeload: boolean;
  readonly muscles: readonly MuscleWeekly[];
}

/** Return the weeks in which anything was trained, the earliest first, by the server. */
export function muscleWeeks(shapes: readonly WeekOfMuscleShape[]): WeekOfMuscles[] {
  return [...groupBy(shapes, (one) => one.weekStart)].map(([monday, all]) => ({
    monday,
    isDeload: all.every((one) => one.isDeload),
    muscles: all.map((one) => ({
      muscle: one.muscle,
      direct: one.directSets,
      fractional: one.fractionalSets,
      sessions: one.sessions,
    })),
  }));
}

/** Return the weeks in which anything was trained, the earliest first, by the device. */
export function deviceMuscleWeeks(range: Range): WeekOfMuscles[] {
  const byMonday = groupBy(devicePast.counted, (one) => mondayOf(one.log.localDate));
  return mondaysFrom(range.from, range.to).flatMap((monday) => {
    const sets = byMonday.get(monday);
    if (!sets) return [];
    const totals = muscleTotals(sets, monday, daysLater(monday, 6));
    const isDeload = sets.every((one) => one.log.isDeload);
    return [{ monday, isDeload, muscles: perWeek(totals, 1) }];
  });
}

/** Return how each muscle stands in one week. */
export function standingsIn(week: WeekOfMuscles): Standing[] {
  return standingsOf(week.muscles, landmarkOf);
}

function landmarkOf(muscle: string): Bounds | null {
  return rows.landmarkOf(muscle);
}

function boundsOf({ maintenance, mev, target, mrvAt2 }: LandmarksShape): Bounds {
  return { maintenance, mev, target, mrv: mrvAt2 };
}
