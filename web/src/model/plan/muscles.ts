/** The weekly sets of every muscle over a block, beside its landmarks. */

import { type LogsById, doneSets, logOf, plannedSets } from "./grid.ts";
import type { LiftsById } from "./lift.ts";
import type { Mesocycle, WorkoutInstance } from "../rows.ts";
import { type Bounds, mostSets, sessionsByMuscle, setsByMuscle } from "./volume.ts";

export interface MuscleWeek {
  readonly week: number;
  readonly isDeload: boolean;
  readonly planned: number;
  readonly fractional: number;
  readonly done: number;
}

export interface MuscleInBlock {
  readonly muscle: string;
  readonly emphasis: string;
  readonly bounds: Bounds;
  readonly weeks: readonly MuscleWeek[];
}

export interface BlockData {
  readonly block: Mesocycle;
  readonly instances: readonly WorkoutInstance[];
  readonly logs: LogsById;
  readonly lifts: LiftsById;
  /** The landmarks that hold for a muscle, its MRV for two sessions a week. */
  readonly landmarkOf: (muscle: string) => Bounds;
}

/** Return the muscles that a block trains, those with the most direct sets first. */
export function musclesOf(data: BlockData): readonly MuscleInBlock[] {
  const { block, lifts } = data;
  const byWeek = new Map(
    block.microcycles.map((week) => [week.weekNumber, weekSets(data, week.weekNumber)]),
  );
  const sessions = sessionsByMuscle(
    block.workouts.map((day) => day.workoutExercises.map((one) => one.exerciseId)),
    lifts,
  );
  const emphasis = new Map(block.emphasis.map((one) => [one.muscle, one.emphasis]));
  const muscles = new Set(
    [...byWeek.values()].flatMap((week) => week.planned.map((one) => one.muscle)),
  );
  const found = [...muscles].map((muscle) => {
    const landmark = data.landmarkOf(muscle);
    const mrv = mostSets(landmark.mrv, muscle, sessions.get(muscle) ?? 1);
    return {
      muscle,
      emphasis: emphasis.get(muscle) ?? "grow",
      bounds: { ...landmark, mrv },
      weeks: [...block.microcycles]
        .sort((a, b) => a.weekNumber - b.weekNumber)
        .map((week) => {
          const sets = byWeek.get(week.weekNumber);
          const planned = sets?.planned.find((one) => one.muscle === muscle);
          const done = sets?.done.find((one) => one.muscle === muscle);
          return {
            week: week.weekNumber,
            isDeload: week.isDeload,
            planned: planned?.direct ?? 0,
            fractional: planned?.fractional ?? 0,
            done: done?.direct ?? 0,
          };
        }),
    };
  });
  return found.sort((a, b) => mostPlanned(b) - mostPlanned(a));
}

function weekSets(data: BlockData, week: number) {
  const sessions = data.instances.filter((one) => one.weekNumber === week);
  const done = sessions.flatMap((one) => {
    const log = logOf(one, data.logs);
    return log ? doneSets(log) : [];
  });
  return {
    planned: setsByMuscle(sessions.flatMap(plannedSets), data.lifts),
    done: setsByMuscle(done, data.lifts),
  };
}

function mostPlanned(muscle: MuscleInBlock): number {
  return Math.max(
    0,
    ...muscle.weeks.map((week) => week.planned + week.fractional / 100),
  );
}
