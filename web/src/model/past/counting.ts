/** Which sets count, and for how much, as docs/engine/volume.md says. For display only. */

import type { Exercise } from "../catalogue.ts";
import type { LoggedSet, WorkoutLog } from "../rows.ts";
import { recordE1rm } from "../workout/estimates.ts";
import { kgOf } from "../workout/kilograms.ts";

/** Of a lifter who has not said. */
const ASSUMED_BODY_WEIGHT_KG = 75;
const EASIEST_RIR = 4;
/** Above it an estimate is too rough to be a record. */
export const MOST_REPS_OF_A_RECORD = 10;

export type Lift = Pick<
  Exercise,
  "id" | "loadKind" | "bodyWeightFactor" | "muscles" | "isTimed"
>;
export type LiftsById = ReadonlyMap<number, Lift>;

/** A set that counts, with what the body worked against in kg. */
export interface CountedSet {
  readonly log: WorkoutLog;
  readonly set: LoggedSet;
  readonly lift: Lift;
  readonly kg: number;
  readonly volumeKg: number;
  /** The estimated one-repetition maximum in kg, where the set can tell one. */
  readonly e1rmKg: number | null;
}

/** Return whether a set counts: no warm-up, done, and 4 RIR or harder if known. */
export function isCounting(set: LoggedSet, lift?: Pick<Lift, "isTimed">): boolean {
  const isHard = set.rir === null || set.rir <= EASIEST_RIR;
  const isHeld = (lift?.isTimed ?? false) && (set.seconds ?? 0) > 0;
  return set.setType !== "warmup" && (set.reps >= 1 || isHeld) && isHard;
}

/** Return what the body worked against in a set, in kg, to the gram. */
export function loadKgOf(
  set: LoggedSet,
  lift: Pick<Lift, "loadKind" | "bodyWeightFactor">,
  bodyWeightKg: number | null,
): number {
  const kg = kgOf(set.weight, set.weightUnit);
  const kind = set.loadKind ?? lift.loadKind;
  if (kind === "external") return grams(kg);
  const own = (bodyWeightKg ?? ASSUMED_BODY_WEIGHT_KG) * lift.bodyWeightFactor;
  return grams(kind === "assisted" ? Math.max(0, own - kg) : own + kg);
}

/** Return the sets of workouts that count; a skipped workout has none. */
export function countedSets(
  logs: Iterable<WorkoutLog>,
  lifts: LiftsById,
  bodyWeightKg: number | null,
): CountedSet[] {
  const counted: CountedSet[] = [];
  for (const log of logs) {
    if (log.status === "skipped") continue;
    for (const set of log.sets) {
      const lift = lifts.get(set.exerciseId);
      if (!lift || !isCounting(set, lift)) continue;
      const kg = loadKgOf(set, lift, log.bodyWeightKg ?? bodyWeightKg);
      const estimate = recordE1rm(kg, set.reps, set.rir);
      const e1rmKg = estimate === null ? null : grams(estimate);
      counted.push({ log, set, lift, kg, volumeKg: grams(kg * set.reps), e1rmKg });
    }
  }
  return counted;
}

/** Round kilograms to the gram, so that sums come out as the server's. */
function grams(kg: number): number {
  return Math.round(kg * 1000) / 1000;
}
