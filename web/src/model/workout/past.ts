/** What was done with an exercise before: last time, its note, its records. */

import type { LoggedSet, WorkoutLog } from "../rows.ts";
import { recordE1rm } from "./estimates.ts";
import type { Loads } from "./loads.ts";
import { kgOf } from "./kilograms.ts";
import { amountText } from "./timed.ts";
import { isTime, isWork } from "./work.ts";

/** The sets of the last time, without warm-ups. */
export interface LastTime {
  readonly day: string;
  readonly isDeload: boolean;
  readonly sets: readonly LoggedSet[];
}

/** Sets in a row with the same load: 82.5 kg x 9, 8, 8; a set may be a time. */
export interface SameLoad {
  readonly weight: number;
  readonly unit: string;
  readonly amounts: readonly string[];
}

/** The best of an exercise so far, in kg of effective load. */
export interface Bests {
  readonly heaviestKg: number;
  readonly e1rmKg: number;
  /** Reps by load in hundredths of a kilogram. */
  readonly repsAt: ReadonlyMap<number, number>;
}

export interface RecentSet {
  readonly loadKg: number;
  readonly reps: number;
  readonly rir: number | null;
}

export interface Past {
  readonly last: LastTime | null;
  readonly note: { readonly text: string; readonly day: string } | null;
  readonly bests: Bests | null;
  /** The last 40 working sets of 180 days, newest first. */
  readonly recent: readonly RecentSet[];
}

const RECENT_DAYS = 180;
const RECENT_SETS = 40;
const DAY = 86_400_000;
const COUNTED = ["working", "failure"];

/**
 * Return what went before a workout, from the logs that hold the exercise, newest first.
 *
 * Workouts that began later than this one are left out, so that a back-filled workout
 * is compared with its own past.
 */
export function pastOf(
  logs: readonly WorkoutLog[],
  about: {
    readonly exerciseId: number;
    readonly log: Pick<WorkoutLog, "id" | "performedAt">;
    readonly loads: Loads;
  },
): Past {
  const before = logs.filter(
    (log) =>
      log.id !== about.log.id &&
      Date.parse(log.performedAt) <= Date.parse(about.log.performedAt),
  );
  const work = before
    .map((log) => ({ log, sets: log.sets.filter(ofExercise(about.exerciseId)) }))
    .filter(({ sets }) => sets.length > 0);
  const last = work.find(({ log }) => !log.isDeload) ?? work[0];
  return {
    last: last
      ? { day: last.log.localDate, isDeload: last.log.isDeload, sets: last.sets }
      : null,
    note: noteOf(before, about.exerciseId),
    bests: bestsOf(
      work.flatMap(({ log, sets }) => (log.isDeload ? [] : sets)),
      about.loads,
    ),
    recent: recentOf(
      work.flatMap(({ sets }) => sets),
      about.loads,
      Date.parse(about.log.performedAt),
    ),
  };
}

/** Return the sets of a last time, those in a row with the same load together. */
export function sameLoads(sets: readonly LoggedSet[]): SameLoad[] {
  const found: { weight: number; unit: string; amounts: string[] }[] = [];
  for (const set of sets) {
    const end = found.at(-1);
    if (end && end.weight === set.weight && end.unit === set.weightUnit) {
      end.amounts.push(amountText(set));
    } else {
      found.push({
        weight: set.weight,
        unit: set.weightUnit,
        amounts: [amountText(set)],
      });
    }
  }
  return found;
}

/** Return the effective load of a set in kg, by what it says of itself. */
export function loadKgOf(
  set: Pick<LoggedSet, "weight" | "weightUnit" | "loadKind">,
  loads: Loads,
): number {
  const kg = kgOf(set.weight, set.weightUnit);
  if (set.loadKind === "external") return kg;
  const assists = set.loadKind ? set.loadKind === "assisted" : loads.assists;
  return Math.max(0, assists ? loads.ownKg - kg : loads.ownKg + kg);
}

/** Return the best of these sets, null without any. */
export function bestsOf(sets: readonly LoggedSet[], loads: Loads): Bests | null {
  const counted = sets.filter(
    (set) => COUNTED.includes(set.setType) && set.flag !== "to_confirm" && set.reps > 0,
  );
  if (counted.length === 0) return null;
  const repsAt = new Map<number, number>();
  let heaviestKg = 0;
  let e1rmKg = 0;
  for (const set of counted) {
    const kg = loadKgOf(set, loads);
    heaviestKg = Math.max(heaviestKg, kg);
    e1rmKg = Math.max(e1rmKg, recordE1rm(kg, set.reps, set.rir) ?? 0);
    repsAt.set(hundredths(kg), Math.max(set.reps, repsAt.get(hundredths(kg)) ?? 0));
  }
  return { heaviestKg, e1rmKg, repsAt };
}

export function hundredths(kg: number): number {
  return Math.round(kg * 100);
}

function ofExercise(exerciseId: number): (set: LoggedSet) => boolean {
  return (set) => set.exerciseId === exerciseId && isWork(set);
}

function noteOf(logs: readonly WorkoutLog[], exerciseId: number): Past["note"] {
  for (const log of logs) {
    const found = log.exerciseFeedback.find((one) => one.exerciseId === exerciseId);
    if (found?.note) return { text: found.note, day: log.localDate };
  }
  return null;
}

function recentOf(sets: readonly LoggedSet[], loads: Loads, at: number): RecentSet[] {
  return sets
    .filter(
      (set) =>
        COUNTED.includes(set.setType) &&
        set.flag !== "to_confirm" &&
        !isTime(set) &&
        Date.parse(set.performedAt) >= at - RECENT_DAYS * DAY,
    )
    .sort((a, b) => Date.parse(b.performedAt) - Date.parse(a.performedAt))
    .slice(0, RECENT_SETS)
    .map((set) => ({ loadKg: loadKgOf(set, loads), reps: set.reps, rir: set.rir }));
}
