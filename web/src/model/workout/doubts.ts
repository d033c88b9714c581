/** When a set looks like a slip; engine/confirmation.py and engine/set_doubts.py. */

import { trendE1rm } from "./estimates.ts";
import type { RecentSet } from "./past.ts";

export type Doubt = "e1rm_jump" | "load_above_e1rm" | "many_reps" | "unit_mix_up";

const MOST_JUMP = 1.3;
const MOST_REPS = 50;
const POUNDS_PER_KG = 2.2046226218;
const UNIT_TOLERANCE = 0.05;

export interface DoubtfulSet {
  readonly loadKg: number;
  readonly reps: number;
  readonly rir: number | null;
  /** Only working sets are compared with the last load. */
  readonly isWorking: boolean;
  /** What the plan asks for, null without a plan. */
  readonly plannedKg: number | null;
}

/** Return why a set should be looked at again; `recent` has the newest set first. */
export function doubtsOf(set: DoubtfulSet, recent: readonly RecentSet[]): Doubt[] {
  const { loadKg, reps, rir } = set;
  const estimates = recent.map((one) => trendE1rm(one.loadKg, one.reps, one.rir) ?? 0);
  const best = Math.max(0, ...estimates);
  const estimate = trendE1rm(loadKg, reps, rir) ?? 0;
  const isPlanned = set.plannedKg !== null && isClose(loadKg, set.plannedKg);
  const last = set.isWorking && !isPlanned ? (recent[0]?.loadKg ?? 0) : 0;
  const doubts: Doubt[] = [];
  if (best > 0 && estimate > MOST_JUMP * best) doubts.push("e1rm_jump");
  if (best > 0 && loadKg > MOST_JUMP * best) doubts.push("load_above_e1rm");
  if (reps > MOST_REPS) doubts.push("many_reps");
  if (last > 0 && loadKg > 0 && isMixedUp(loadKg, last)) doubts.push("unit_mix_up");
  return doubts;
}

function isMixedUp(loadKg: number, lastKg: number): boolean {
  const ratio = Math.max(loadKg, lastKg) / Math.min(loadKg, lastKg);
  return Math.abs(ratio / POUNDS_PER_KG - 1) <= UNIT_TOLERANCE;
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(a, b);
}
