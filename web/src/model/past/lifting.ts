/** The past of one exercise: its sessions, its trend and its records. */

import type { WorkoutLog } from "../rows.ts";
import {
  type CountedSet,
  countedSets,
  type LiftsById,
  MOST_REPS_OF_A_RECORD,
} from "./counting.ts";

/** What was done of an exercise in one workout; warm-ups are in `log` only. */
export interface LiftSession {
  readonly log: WorkoutLog;
  readonly counted: readonly CountedSet[];
  readonly volumeKg: number;
  readonly bestE1rmKg: number | null;
}

export interface LiftRecord {
  readonly kind: "weight" | "e1rm" | "volume";
  /** The reps of a record of weight, else 0. */
  readonly reps: number;
  readonly valueKg: number;
  readonly achievedOn: string;
  readonly workoutLogId: string;
}

/** Return the sessions of an exercise, newest first. */
export function sessionsOf(
  logs: Iterable<WorkoutLog>,
  exerciseId: number,
  lifts: LiftsById,
  bodyWeightKg: number | null,
): LiftSession[] {
  return [...logs]
    .filter(
      (log) =>
        log.status !== "skipped" &&
        log.sets.some((set) => set.exerciseId === exerciseId),
    )
    .sort((a, b) => (a.performedAt < b.performedAt ? 1 : -1))
    .map((log) => {
      const counted = countedSets([log], lifts, bodyWeightKg).filter(
        (one) => one.set.exerciseId === exerciseId,
      );
      return {
        log,
        counted,
        volumeKg: sum(counted.map((one) => one.volumeKg)),
        bestE1rmKg: highest(counted.filter(isSure).map((one) => one.e1rmKg)),
      };
    });
}

/** Return the best of an exercise so far; deloads and doubtful sets set no record. */
export function recordsOf(sessions: readonly LiftSession[]): LiftRecord[] {
  const best = new Map<string, LiftRecord>();
  const offer = (record: LiftRecord): void => {
    const key = `${record.kind}/${String(record.reps)}`;
    const known = best.get(key);
    if (!known || record.valueKg > known.valueKg) best.set(key, record);
  };
  for (const { log, counted } of [...sessions].reverse()) {
    if (log.isDeload) continue;
    const sure = counted.filter(isSure);
    const on = { achievedOn: log.localDate, workoutLogId: log.id };
    for (const { kg, set, e1rmKg } of sure) {
      if (kg > 0 && set.reps >= 1 && set.reps <= 30) {
        offer({ kind: "weight", reps: set.reps, valueKg: kg, ...on });
      }
      if (e1rmKg !== null && set.reps + (set.rir ?? 0) <= MOST_REPS_OF_A_RECORD) {
        offer({ kind: "e1rm", reps: 0, valueKg: e1rmKg, ...on });
      }
    }
    const volumeKg = sum(sure.map((one) => one.volumeKg));
    if (volumeKg > 0) offer({ kind: "volume", reps: 0, valueKg: volumeKg, ...on });
  }
  return [...best.values()].sort(
    (a, b) => ORDER[a.kind] - ORDER[b.kind] || a.reps - b.reps,
  );
}

/** Return the best estimate of each day on which there is one, oldest first. */
export function trendOf(
  sessions: readonly LiftSession[],
): { readonly day: string; readonly kg: number; readonly isDeload: boolean }[] {
  return sessions
    .flatMap(({ log, bestE1rmKg }) =>
      bestE1rmKg === null
        ? []
        : [{ day: log.localDate, kg: bestE1rmKg, isDeload: log.isDeload }],
    )
    .reverse();
}

const ORDER = { e1rm: 0, volume: 1, weight: 2 } as const;

function isSure(one: CountedSet): boolean {
  return one.set.flag !== "to_confirm";
}

function highest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

function sum(values: readonly number[]): number {
  return Math.round(values.reduce((total, value) => total + value, 0) * 1000) / 1000;
}
