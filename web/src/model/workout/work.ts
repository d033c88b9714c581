/** Which sets count as work. */

import type { LoggedSet } from "../rows.ts";

type Done = Pick<LoggedSet, "reps" | "seconds">;

/** Tell whether a set is a time and nothing else. */
export function isTime(set: Done): boolean {
  return set.reps === 0 && (set.seconds ?? 0) > 0;
}

/** Tell whether a set counts: not a warm-up, and at least one rep or a time. */
export function isWork(set: Done & Pick<LoggedSet, "setType">): boolean {
  return set.setType !== "warmup" && (set.reps > 0 || isTime(set));
}
