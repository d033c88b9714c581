/** What to leave out when a muscle is still sore; docs/engine/applying.md. */

import type { WorkoutInstance } from "../rows.ts";
import type { ExerciseToDo } from "./exercises.ts";
import { directMuscles } from "./exercises.ts";
import type { SetRow } from "./setRows.ts";

const STILL_SORE = 3;

/** A muscle group that is still sore, and the sets that were added for today. */
export interface Lighter {
  readonly muscleGroup: string;
  readonly exerciseId: number;
  readonly rows: readonly SetRow[];
}

/**
 * Return the added sets that could be left out, by muscle group.
 *
 * Only sets beyond those that the same day asked for a week before, and that are still
 * to do. It never offers more, and decides nothing by itself.
 */
export function lighterOf(
  exercises: readonly ExerciseToDo[],
  about: {
    readonly before: WorkoutInstance | null;
    readonly sorenessOf: (muscleGroup: string) => number | null;
    readonly groupOf: (muscle: string) => string;
  },
): Lighter[] {
  const groups = new Map<string, ExerciseToDo[]>();
  for (const one of exercises) {
    for (const group of new Set(directMuscles(one.exercise).map(about.groupOf))) {
      groups.set(group, [...(groups.get(group) ?? []), one]);
    }
  }
  return [...groups].flatMap(([muscleGroup, members]) => {
    const first = members[0];
    const rows = members.flatMap((one) => addedRows(one, about.before));
    if (!first || rows.length === 0) return [];
    return about.sorenessOf(muscleGroup) === STILL_SORE
      ? [{ muscleGroup, exerciseId: first.exerciseId, rows }]
      : [];
  });
}

/** Return the sets still to do that the same day did not ask for a week before. */
export function addedRows(one: ExerciseToDo, before: WorkoutInstance | null): SetRow[] {
  const then = before?.prescriptions.find((each) => each.exerciseId === one.exerciseId);
  const sets = then && (then.targetSets ?? then.projectedSets);
  if (!sets || !one.planned?.targetSets) return [];
  return one.rows.filter((row) => row.number > sets && row.state === "open");
}
