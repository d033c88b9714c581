/** What may be entered for a set; the bounds of the server. */

import type { WeightUnit } from "../rows.ts";
import { LONGEST_SET } from "./timed.ts";

export const LIMITS = {
  weight: { kg: 1000, lb: 2204.62 },
  reps: 1000,
  rir: 10,
  note: 20_000,
  name: 255,
  bodyWeightKg: { least: 20, most: 400 },
} as const;

export interface Entry {
  readonly weight: number | null;
  readonly unit: WeightUnit;
  readonly reps: number | null;
  readonly rir: number | null;
  readonly seconds: number | null;
}

/** Return which number of a set is out of bounds, null when none is. */
export function entryFault(entry: Entry): "weight" | "reps" | "rir" | "time" | null {
  const { weight, unit, reps, rir, seconds } = entry;
  if (weight !== null && !(weight >= 0 && weight <= LIMITS.weight[unit]))
    return "weight";
  if (reps !== null && !(Number.isInteger(reps) && reps >= 0 && reps <= LIMITS.reps)) {
    return "reps";
  }
  if (seconds !== null && seconds > LONGEST_SET) return "time";
  const isRir = rir === null || (rir >= 0 && rir <= LIMITS.rir && (rir * 2) % 1 === 0);
  return isRir ? null : "rir";
}
