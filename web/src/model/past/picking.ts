/** Which exercises to offer, and in which order. */

import type { Exercise } from "../catalogue.ts";

export interface Filters {
  readonly muscle?: string | null;
  readonly equipment?: string | null;
  readonly own?: boolean;
}

/**
 * Return whether an exercise passes the filters; one that only helps a muscle does.
 *
 * Retired ones are only found among one's own.
 */
export function passes(exercise: Exercise, filters: Filters): boolean {
  return (
    (!exercise.isRetired || filters.own === true) &&
    (!filters.muscle || (exercise.muscles[filters.muscle] ?? 0) > 0) &&
    (!filters.equipment || exercise.equipment === filters.equipment) &&
    (!filters.own || !exercise.isSystem)
  );
}

/**
 * Return the order in which to list exercises that nobody searched for: those that train
 * the muscle directly first, then those used most, then by name.
 */
export function byUse(
  muscle: string | null | undefined,
  usesOf: (exercise: Exercise) => number,
): (a: Exercise, b: Exercise) => number {
  const share = (one: Exercise) => (muscle ? (one.muscles[muscle] ?? 0) : 0);
  return (a, b) =>
    share(b) - share(a) || usesOf(b) - usesOf(a) || a.name.localeCompare(b.name);
}

/** Return in how many of the workouts each exercise was done, by its id. */
export function usesById(
  logs: Iterable<{ readonly sets: readonly { readonly exerciseId: number }[] }>,
): ReadonlyMap<number, number> {
  const uses = new Map<number, number>();
  for (const log of logs) {
    for (const id of new Set(log.sets.map((set) => set.exerciseId))) {
      uses.set(id, (uses.get(id) ?? 0) + 1);
    }
  }
  return uses;
}
