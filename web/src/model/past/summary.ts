/** Workouts of the past in a line, and which of them somebody looks for. */

import type { LoggedSet, WorkoutLog } from "../rows.ts";
import { minutesOf } from "../workout/summary.ts";
import { countedSets, type Lift, type LiftsById } from "./counting.ts";
import { normalised } from "./names.ts";

export interface LogSummary {
  readonly id: string;
  readonly day: string;
  readonly name: string | null;
  readonly status: string;
  readonly isDeload: boolean;
  readonly mesocycleId: string | null;
  readonly sets: number;
  readonly exercises: number;
  readonly minutes: number | null;
  readonly volumeKg: number;
}

export interface LogFilters {
  /** Words of its name, its notes, or the names of its exercises. */
  readonly words: string;
  readonly muscle: string | null;
  readonly mesocycleId: string | null;
}

export type NamedLifts = ReadonlyMap<number, Lift & { readonly name: string }>;

/** Return a workout in a line; warm-ups are not counted as sets. */
export function summaryOf(
  log: WorkoutLog,
  lifts: LiftsById,
  bodyWeightKg: number | null,
): LogSummary {
  const done = log.sets.filter((set) => set.setType !== "warmup");
  const volume = countedSets([log], lifts, bodyWeightKg).reduce(
    (sum, one) => sum + one.volumeKg,
    0,
  );
  return {
    id: log.id,
    day: log.localDate,
    name: log.name,
    status: log.status,
    isDeload: log.isDeload,
    mesocycleId: log.mesocycleId,
    sets: done.length,
    exercises: new Set(done.map((set) => set.exerciseId)).size,
    minutes: minutesOf(log),
    volumeKg: Math.round(volume),
  };
}

/** Return whether a workout is among those somebody looks for. */
export function matches(
  log: Pick<WorkoutLog, "name" | "notes" | "mesocycleId" | "sets">,
  filters: LogFilters,
  lifts: NamedLifts,
): boolean {
  if (filters.mesocycleId && log.mesocycleId !== filters.mesocycleId) return false;
  const done = [...new Set(log.sets.map((set) => set.exerciseId))].map((id) =>
    lifts.get(id),
  );
  const { muscle } = filters;
  if (muscle && !done.some((lift) => lift?.muscles[muscle] === 1)) return false;
  const wanted = normalised(filters.words).split(" ").filter(Boolean);
  if (wanted.length === 0) return true;
  const said = normalised(
    [log.name, log.notes, ...done.map((lift) => lift?.name)].join(" "),
  );
  return wanted.every((word) => said.includes(word));
}

/** Return workouts newest first. */
export function newestFirst<T extends { readonly performedAt: string }>(
  logs: Iterable<T>,
): T[] {
  return [...logs].sort(
    (a, b) => Date.parse(b.performedAt) - Date.parse(a.performedAt),
  );
}

/** The sets of one exercise of a workout, in the order in which they were done. */
export interface ExerciseGroup {
  readonly exerciseId: number;
  readonly sets: readonly LoggedSet[];
}

/** Return the sets of a workout by exercise, in the order in which each was begun. */
export function byExercise(sets: readonly LoggedSet[]): ExerciseGroup[] {
  const groups = new Map<number, LoggedSet[]>();
  const inTime = [...sets].sort(
    (a, b) =>
      Date.parse(a.performedAt) - Date.parse(b.performedAt) ||
      a.setNumber - b.setNumber,
  );
  for (const set of inTime) {
    const group = groups.get(set.exerciseId);
    if (group) group.push(set);
    else groups.set(set.exerciseId, [set]);
  }
  return [...groups].map(([exerciseId, all]) => ({
    exerciseId,
    sets: all.sort((a, b) => a.setNumber - b.setNumber || a.id - b.id),
  }));
}

/** Return the groups, and behind them exercises that have no set yet. */
export function withEmpty(
  groups: readonly ExerciseGroup[],
  exerciseIds: readonly number[],
): ExerciseGroup[] {
  const known = new Set(groups.map((one) => one.exerciseId));
  const empty = [...new Set(exerciseIds)].filter((id) => !known.has(id));
  return [...groups, ...empty.map((exerciseId) => ({ exerciseId, sets: [] }))];
}

/** Return the number of the next set of an exercise in a workout. */
export function nextSetNumber(sets: readonly LoggedSet[], exerciseId: number): number {
  const numbers = sets
    .filter((set) => set.exerciseId === exerciseId)
    .map((set) => set.setNumber);
  return Math.min(1000, Math.max(0, ...numbers) + 1);
}
