/** Kilograms and pounds. A set keeps what was typed; only what is shown is converted. */

import type { WeightUnit } from "./rows.ts";
import { KG_PER_LB, kgOf } from "./workout/kilograms.ts";

/** What a converted weight is rounded to, since 61.235 kg says no more than 61 kg. */
const SHOWN_STEP: Readonly<Record<WeightUnit, number>> = { kg: 0.5, lb: 1 };
/** Weights are stored to the hundredth of a kilogram, which is 0.011 lb at most. */
const SAME_WEIGHT = 0.015;
const QUARTERS = 4;

/** Return a weight as it is shown in a unit: unchanged in its own, else rounded. */
export function shownIn(weight: number, from: WeightUnit, to: WeightUnit): number {
  if (from === to) return weight;
  const exact = kgOf(weight, from) / kgOf(1, to);
  const step = SHOWN_STEP[to];
  return Math.round(exact / step) * step;
}

/**
 * Return kilograms in a unit: as they were typed in it, if they came from it.
 *
 * 61.23 kg is 135 lb that were stored in kilograms, so it comes back as 135.
 */
export function kgIn(kg: number, unit: WeightUnit): number {
  const exact = unit === "kg" ? kg : kg / KG_PER_LB;
  const quarter = Math.round(exact * QUARTERS) / QUARTERS;
  if (Math.abs(quarter - exact) <= SAME_WEIGHT) return quarter;
  return Math.round(exact * 100) / 100;
}
