/** The sets of one exercise: warm-ups, then falling reps; engine/set_plan.py. */

import type { Prescription, WeightUnit } from "../rows.ts";
import type { Loads } from "./loads.ts";
import { asEntered, effectiveKg, roundDown } from "./loads.ts";

const MOST_REPS_LOST = 2;
const SMALLEST_DROP = 0.05;
const LARGEST_DROP = 0.1;
const HEAVY_REPS = 10;
const HEAVY_WARM_UP = [
  [50, 8],
  [70, 5],
  [85, 3],
] as const;
const LIGHT_WARM_UP = [
  [55, 8],
  [80, 4],
] as const;

/** Below which per cent of the working load how many reps warm up. */
const WARM_UP_REPS = [
  [60, 8],
  [75, 5],
  [85, 4],
] as const;
const FEWEST_WARM_UP_REPS = 3;

/** A set to do; null is what a first set, or the server, has still to find. */
export interface SetToDo {
  readonly weight: number | null;
  readonly unit: WeightUnit;
  readonly reps: number | null;
}

export interface SetPlan {
  readonly warmUps: readonly SetToDo[];
  readonly sets: readonly SetToDo[];
}

/** A load as entered in the unit of its equipment, with reps. */
export interface Work {
  readonly entered: number;
  readonly reps: number;
}

type Prescribed = Pick<
  Prescription,
  | "targetSets"
  | "projectedSets"
  | "targetReps"
  | "targetRepsMin"
  | "targetWeight"
  | "weightUnit"
>;

/**
 * Return every set of a prescription.
 *
 * `percentages` are the lifter's own warm-ups, null the usual ones. `isCold` says that a muscle of it is not warm yet, `isEasy` that the session is for
 * recovery. Before it is prescribed only the number of sets is known.
 */
export function setPlanOf(
  planned: Prescribed,
  loads: Loads,
  about: {
    readonly isCold: boolean;
    readonly isEasy: boolean;
    readonly percentages?: readonly number[] | null | undefined;
  },
): SetPlan {
  const { isCold, isEasy, percentages = null } = about;
  const count = planned.targetSets ?? planned.projectedSets;
  const unit: WeightUnit = planned.weightUnit === "lb" ? "lb" : "kg";
  if (planned.targetSets === null) {
    return { warmUps: [], sets: repeated({ weight: null, unit, reps: null }, count) };
  }
  const { targetReps: reps, targetWeight: weight } = planned;
  if (weight === null || reps === null) {
    return { warmUps: [], sets: repeated({ weight, unit, reps }, count) };
  }
  const first = { entered: asEntered(weight, unit, loads), reps };
  const repMin = Math.min(planned.targetRepsMin, reps);
  const toDo = ({ entered, reps }: Work): SetToDo => ({
    weight: Math.round(entered * 100) / 100,
    unit: loads.unit,
    reps,
  });
  return {
    warmUps: isCold && count > 0 ? warmUpSets(first, loads, percentages).map(toDo) : [],
    sets: workingSets(first, { sets: count, repMin, loads, isEasy }).map(toDo),
  };
}

/**
 * Return the working sets: each later one a rep less, at most two less.
 *
 * Where that would fall below `repMin` the load drops by 5 to 10 % instead, if the
 * equipment has such a load. Easy sets are all the same.
 */
export function workingSets(
  first: Work,
  plan: {
    readonly sets: number;
    readonly repMin: number;
    readonly loads: Loads;
    readonly isEasy: boolean;
  },
): Work[] {
  if (plan.isEasy) return repeated(first, plan.sets);
  const lighter = dropped(first.entered, plan.loads);
  return Array.from({ length: plan.sets }, (_, index) => {
    const reps = Math.max(1, first.reps - Math.min(index, MOST_REPS_LOST));
    if (reps === first.reps || reps >= plan.repMin || lighter === null) {
      return { entered: first.entered, reps };
    }
    return { entered: lighter, reps: Math.min(first.reps, plan.repMin) };
  });
}

/** Return the warm-ups before the first exercise of a muscle; they never count. */
export function warmUpSets(
  first: Work,
  loads: Loads,
  percentages: readonly number[] | null = null,
): Work[] {
  const usual = first.reps <= HEAVY_REPS ? HEAVY_WARM_UP : LIGHT_WARM_UP;
  const ramp = percentages?.map((one) => [one, warmUpReps(one)] as const) ?? usual;
  const full = effectiveKg(first.entered, loads);
  const found: Work[] = [];
  for (const [percent, reps] of ramp) {
    const entered = roundDown((full * percent) / 100, loads);
    const kg = effectiveKg(entered, loads);
    const isNew = found.every((one) => effectiveKg(one.entered, loads) !== kg);
    if (isNew && kg < full) found.push({ entered, reps });
  }
  return found;
}

function warmUpReps(percent: number): number {
  return WARM_UP_REPS.find(([below]) => percent < below)?.[1] ?? FEWEST_WARM_UP_REPS;
}

function dropped(entered: number, loads: Loads): number | null {
  const full = effectiveKg(entered, loads);
  const lighter = roundDown(full * (1 - SMALLEST_DROP), loads);
  const kg = effectiveKg(lighter, loads);
  return kg >= full * (1 - LARGEST_DROP) && kg < full ? lighter : null;
}

function repeated<T>(one: T, count: number): T[] {
  return Array.from({ length: Math.max(0, count) }, () => one);
}
