/** What weeks and muscles add up to, reckoned from the workouts on the device. */

import { minutesOf } from "../workout/summary.ts";
import type { CountedSet } from "./counting.ts";
import { groupBy } from "./grouping.ts";
import { mondayOf, mondaysFrom, weekOf } from "./days.ts";

/** A workout that was left open counts as no longer than this. */
const DAY_MINUTES = 1440;

export interface WeekTotal {
  /** "2026-W09". */
  readonly week: string;
  readonly monday: string;
  readonly volumeKg: number;
  readonly workouts: number;
  readonly sets: number;
  readonly minutes: number;
  /** Whether all that was planned in this week was a deload. */
  readonly isDeload: boolean;
}

export interface MuscleTotal {
  readonly muscle: string;
  readonly volumeKg: number;
  readonly directSets: number;
  readonly fractionalSets: number;
  /** Workouts with a direct set. */
  readonly sessions: number;
  /** The last day with a direct set. */
  readonly lastTrained: string | null;
}

/** Return every week from one day to another, those without training too. */
export function weekTotals(
  counted: readonly CountedSet[],
  from: string,
  to: string,
): WeekTotal[] {
  const byMonday = groupBy(within(counted, from, to), (one) =>
    mondayOf(one.log.localDate),
  );
  return mondaysFrom(from, to).map((monday) => {
    const sets = byMonday.get(monday) ?? [];
    const logs = [...new Set(sets.map((one) => one.log))];
    const planned = logs.filter((log) => log.mesocycleId !== null);
    return {
      week: weekOf(monday),
      monday,
      volumeKg: total(sets, (one) => one.volumeKg),
      workouts: logs.length,
      sets: sets.length,
      minutes: total(logs, (log) => Math.min(DAY_MINUTES, minutesOf(log) ?? 0)),
      isDeload: planned.length > 0 && planned.every((log) => log.isDeload),
    };
  });
}

/** Return what each muscle was given from one day to another, most direct sets first. */
export function muscleTotals(
  counted: readonly CountedSet[],
  from: string,
  to: string,
): MuscleTotal[] {
  const shares = within(counted, from, to).flatMap((one) =>
    Object.entries(one.lift.muscles).map(([muscle, share]) => ({
      ...one,
      muscle,
      share,
    })),
  );
  return [...groupBy(shares, (one) => one.muscle)]
    .map(([muscle, sets]) => {
      const direct = sets.filter((one) => one.share >= 1);
      const days = direct.map((one) => one.log.localDate).sort();
      return {
        muscle,
        volumeKg: total(sets, (one) => one.share * one.volumeKg),
        directSets: direct.length,
        fractionalSets: total(sets, (one) => one.share),
        sessions: new Set(direct.map((one) => one.log.id)).size,
        lastTrained: days.at(-1) ?? null,
      };
    })
    .sort((a, b) => b.directSets - a.directSets || b.fractionalSets - a.fractionalSets);
}

/** Return the working sets of each day from one day to another. */
export function setsByDay(
  counted: readonly CountedSet[],
  from: string,
  to: string,
): ReadonlyMap<string, number> {
  const days = groupBy(within(counted, from, to), (one) => one.log.localDate);
  return new Map([...days].map(([day, sets]) => [day, sets.length]));
}

function within(
  counted: readonly CountedSet[],
  from: string,
  to: string,
): CountedSet[] {
  return counted.filter(({ log }) => log.localDate >= from && log.localDate <= to);
}

function total<T>(all: readonly T[], valueOf: (one: T) => number): number {
  return Math.round(all.reduce((sum, one) => sum + valueOf(one), 0) * 1000) / 1000;
}
