/** What a workout came to: sets, volume, time, records. */

import type { LoggedSet, WorkoutLog } from "../rows.ts";
import type { ExerciseToDo } from "./exercises.ts";
import { kgOf } from "./kilograms.ts";
import type { Past } from "./past.ts";
import { isWork } from "./work.ts";
import type { RecordKind } from "./records.ts";
import { recordsOf } from "./records.ts";

const MINUTE = 60_000;
const BACK_FILLED_AFTER = 12 * 60 * MINUTE;

export interface Summary {
  readonly exercises: number;
  readonly sets: number;
  /** Weight as entered times reps, in kg, as other apps count it. */
  readonly volumeKg: number;
  readonly minutes: number | null;
  readonly records: readonly RecordSet[];
}

export interface RecordSet {
  readonly exerciseId: number;
  readonly set: LoggedSet;
  readonly kind: RecordKind;
}

/** Return what a workout came to; a deload or a back-filled one has no records. */
export function summaryOf(
  log: WorkoutLog,
  exercises: readonly ExerciseToDo[],
  pastOf: (exerciseId: number) => Past | null,
): Summary {
  const work = log.sets.filter(isWork);
  return {
    exercises: new Set(work.map((set) => set.exerciseId)).size,
    sets: work.length,
    volumeKg: work.reduce(
      (sum, set) => sum + kgOf(set.weight, set.weightUnit) * set.reps,
      0,
    ),
    minutes: minutesOf(log),
    records: log.isDeload
      ? []
      : exercises.flatMap((one) => recordSets(one, log, pastOf(one.exerciseId))),
  };
}

/** Return the minutes from start to end, null while it runs or without a start. */
export function minutesOf(log: WorkoutLog): number | null {
  if (log.startedAt === null || log.completedAt === null) return null;
  const passed = Date.parse(log.completedAt) - Date.parse(log.startedAt);
  return Math.max(0, Math.round(passed / MINUTE));
}

/** Tell whether a workout is written down long after it was done. */
export function isBackFilled(log: WorkoutLog, now: Date): boolean {
  const started = Date.parse(log.startedAt ?? log.performedAt);
  return now.getTime() - started > BACK_FILLED_AFTER;
}

/** Return when a set of a back-filled workout was done: a minute after the one before. */
export function backFilledAt(log: WorkoutLog): string {
  const started = Date.parse(log.startedAt ?? log.performedAt);
  const last = Math.max(started, ...log.sets.map((set) => Date.parse(set.performedAt)));
  return new Date(last + MINUTE).toISOString();
}

function recordSets(
  one: ExerciseToDo,
  log: WorkoutLog,
  past: Past | null,
): RecordSet[] {
  const sets = log.sets.filter((set) => set.exerciseId === one.exerciseId);
  const records = recordsOf(sets, past?.bests ?? null, one.loads);
  return sets.flatMap((set) => {
    const kind = records.get(set.id);
    return kind ? [{ exerciseId: one.exerciseId, set, kind }] : [];
  });
}
