/** In which order sets are done, and which one is next. */

import type { WorkoutLog } from "../rows.ts";
import type { ExerciseToDo } from "./exercises.ts";
import type { SetRow } from "./setRows.ts";

/** Return all working sets as they are done: supersets take turns, set by set. */
export function sequenceOf(exercises: readonly ExerciseToDo[]): SetRow[] {
  return roundsOf(exercises).flat();
}

/** Return the set that comes next: the first open one behind the last that was done. */
export function currentOf(
  exercises: readonly ExerciseToDo[],
  log: WorkoutLog,
): SetRow | null {
  const sequence = sequenceOf(exercises);
  const last = lastDone(sequence, log);
  const from = last === null ? 0 : sequence.indexOf(last) + 1;
  const turned = [...sequence.slice(from), ...sequence.slice(0, from)];
  return turned.find((row) => row.state === "open") ?? null;
}

/**
 * Return the seconds of rest after a set, null for none.
 *
 * A superset rests once, when each of its exercises had its turn; a drop set follows at
 * once, a myo-rep set after a few breaths; warm-ups and the last set need no rest.
 */
export function restAfter(
  row: SetRow,
  exercises: readonly ExerciseToDo[],
  restOf: (exerciseId: number) => number,
): number | null {
  if (row.isWarmUp) return null;
  const rounds = roundsOf(exercises);
  const round = rounds.find((one) => one.some(({ key }) => key === row.key)) ?? [];
  const open = rounds.flat().filter((one) => isOpen(one) && one.key !== row.key);
  if (open.length === 0) return null;
  if (round.some((one) => isOpen(one) && one.key !== row.key)) return null;
  const next = open.find((one) => one.exerciseId === row.exerciseId);
  if (next?.number === row.number + 1 && next.type === "drop") return null;
  if (next?.number === row.number + 1 && next.type === "myorep") return MYO_REST;
  return Math.max(...round.map((one) => restOf(one.exerciseId)));
}

const MYO_REST = 15;

/** Sets that are done without a rest in between: one each of a superset's exercises. */
function roundsOf(exercises: readonly ExerciseToDo[]): SetRow[][] {
  const units: ExerciseToDo[][] = [];
  for (const one of exercises) {
    const group =
      one.label === null
        ? undefined
        : units.find((unit) => unit[0]?.label && unit[0].superset === one.superset);
    if (group) group.push(one);
    else units.push([one]);
  }
  return units.flatMap((unit) => {
    const rounds = Math.max(0, ...unit.map((one) => one.rows.length));
    return Array.from({ length: rounds }, (_, round) =>
      unit.flatMap((one) => one.rows[round] ?? []),
    );
  });
}

function lastDone(sequence: readonly SetRow[], log: WorkoutLog): SetRow | null {
  const at = (row: SetRow) => Date.parse(row.done?.performedAt ?? log.performedAt);
  return sequence
    .filter((row) => row.done !== null)
    .reduce<SetRow | null>(
      (last, row) => (last === null || at(row) >= at(last) ? row : last),
      null,
    );
}

function isOpen(row: SetRow): boolean {
  return row.state === "open";
}
