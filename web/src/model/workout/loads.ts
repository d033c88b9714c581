/** Which loads a lifter can put together; the rules of docs/engine/equipment.md. */

import type { WeightUnit } from "../rows.ts";
import { describedLoads, usualLoads } from "./gym.ts";
import { kgOf } from "./kilograms.ts";

/** Weights are kept to the hundredth of a kilogram, which is 0.011 lb at most. */
const SAME_LOAD = 0.015;
/** Of a lifter who has not said. */
const ASSUMED_BODY_WEIGHT_KG = 75;

/**
 * The loads of one piece of equipment, ascending as entered in `unit`.
 *
 * `ownKg` is the part of the body that is lifted too; with `assists` the entered
 * weight takes away from it.
 */
export interface Loads {
  readonly unit: WeightUnit;
  readonly entered: readonly number[];
  readonly ownKg: number;
  readonly assists: boolean;
  /** Whether a load of another gym becomes one of these. */
  readonly isStrict?: boolean;
}

/** What of an exercise says which loads it can have. */
export interface Loadable {
  readonly equipment: string;
  readonly loadKind: string;
  readonly bodyWeightFactor: number;
}

/** What a lifter has to lift with; `equipment` is as the preferences keep it. */
export interface Gym {
  readonly unit: WeightUnit;
  readonly bodyWeightKg: number | null;
  readonly equipment: unknown;
  /** Whether the lifter said to be there: its loads are all there is. */
  readonly isStrict?: boolean;
  /** The lifter's own warm-ups, in per cent of the working load; null is the usual. */
  readonly warmUpPercentages?: readonly number[] | null;
}

/** Return what the lifter's equipment offers for an exercise, in its own unit. */
export function loadsOf(exercise: Loadable, gym: Gym): Loads {
  const loads = offeredLoads(exercise, gym);
  return gym.isStrict ? { ...loads, isStrict: true } : loads;
}

function offeredLoads(exercise: Loadable, gym: Gym): Loads {
  const found = () =>
    describedLoads(exercise.equipment, gym.equipment) ??
    usualLoads(exercise.equipment, gym.unit);
  if (exercise.loadKind === "external") {
    return { ...found(), ownKg: 0, assists: false };
  }
  const ownKg =
    (gym.bodyWeightKg ?? ASSUMED_BODY_WEIGHT_KG) * exercise.bodyWeightFactor;
  if (exercise.loadKind === "bodyweight") {
    return { unit: gym.unit, entered: [0], ownKg, assists: false };
  }
  const { unit, entered } = found();
  return {
    unit,
    entered: entered[0] === 0 ? entered : [0, ...entered],
    ownKg,
    assists: exercise.loadKind === "assisted",
  };
}

/** Return what the body works against, in kg, when a weight is entered. */
export function effectiveKg(entered: number, loads: Loads): number {
  const kg = kgOf(entered, loads.unit);
  return Math.max(0, loads.assists ? loads.ownKg - kg : loads.ownKg + kg);
}

/** Return the load on offer, as entered, at or below an effective load in kg. */
export function roundDown(kg: number, loads: Loads): number {
  const choices = loads.assists ? [...loads.entered].reverse() : loads.entered;
  let found = choices[0] ?? 0;
  for (const entered of choices) {
    // A hair of tolerance, so that a load survives its own conversion.
    if (effectiveKg(entered, loads) > kg + 1e-6) break;
    found = entered;
  }
  return found;
}

/**
 * Return a weight that was lifted or planned, as it is entered in the unit of `loads`.
 *
 * A weight on offer, or any round quarter of a unit, stays; anything else becomes the
 * nearest load on offer.
 */
export function asEntered(weight: number, unit: string, loads: Loads): number {
  const entered = kgOf(weight, unit) / kgOf(1, loads.unit);
  const nearest = nearestOf(entered, loads);
  if (Math.abs(nearest - entered) <= SAME_LOAD) return nearest;
  if (loads.isStrict) return nearest;
  const quarter = Math.round(entered * 4) / 4;
  return Math.abs(quarter - entered) <= SAME_LOAD ? quarter : nearest;
}

/** Return the next load on offer above or below an entered weight, or the weight. */
export function stepFrom(entered: number, loads: Loads, direction: 1 | -1): number {
  if (direction === 1) {
    return loads.entered.find((one) => one > entered + SAME_LOAD) ?? entered;
  }
  return loads.entered.findLast((one) => one < entered - SAME_LOAD) ?? entered;
}

function nearestOf(entered: number, loads: Loads): number {
  return loads.entered.reduce(
    (best, one) => (Math.abs(one - entered) < Math.abs(best - entered) ? one : best),
    loads.entered[0] ?? 0,
  );
}
