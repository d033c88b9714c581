/** What would come of a plan, without starting it. */

import type { Finding } from "./findings.ts";
import type { Bounds } from "./volume.ts";

export interface MuscleAhead {
  readonly muscle: string;
  readonly bounds: Bounds;
  /** Direct sets of each week, the deload last. */
  readonly sets: readonly number[];
}

export interface Preview {
  readonly muscles: readonly MuscleAhead[];
  /** Minutes of each workout in the first week, in the plan's order. */
  readonly minutes: readonly number[];
  readonly findings: readonly Finding[];
}

export function longestMinutes(preview: Preview): number {
  return Math.max(0, ...preview.minutes);
}
