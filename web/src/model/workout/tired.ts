/** One set less after a bad night, if the lifter wants it; docs/recovery.md. */

import type { ExerciseToDo } from "./exercises.ts";
import type { SetRow } from "./setRows.ts";

/** Where a draft remembers that the offer was answered. */
export const TIRED = "tired";

/**
 * Return the last planned set still to do of each exercise that has more than one.
 *
 * Nothing is left out of a recovery session or a deload, which are easy as they are.
 */
export function lastSets(
  exercises: readonly ExerciseToDo[],
  isDeload: boolean,
): readonly SetRow[] {
  if (isDeload) return [];
  return exercises.flatMap(({ planned, rows }) => {
    const counted = rows.filter((row) => row.state !== "skipped");
    const last = counted.at(-1);
    if (!planned || planned.isRecovery || counted.length < 2) return [];
    return last?.state === "open" ? [last] : [];
  });
}
