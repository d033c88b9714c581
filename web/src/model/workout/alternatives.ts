/** Which exercises could be done instead of one, the most alike first. */

import type { Exercise } from "../catalogue.ts";

const DIRECT_MISSED = 2;
const SAME_PATTERN = 1;
const SAME_EQUIPMENT = 0.25;
const KNOWN = 0.75;

/**
 * Return exercises by how well they stand in for another one.
 *
 * First counts how much of the same muscles they train, then the same movement, then
 * whether the lifter has done them before, then the same equipment. Nothing is offered
 * that shares no muscle, is retired, or is in the workout already.
 */
export function alternativesOf(
  exercise: Exercise,
  all: Iterable<Exercise>,
  known: {
    readonly done: ReadonlySet<number>;
    readonly inWorkout: ReadonlySet<number>;
  },
): Exercise[] {
  return [...all]
    .filter((one) => one.id !== exercise.id && !one.isRetired)
    .filter((one) => !known.inWorkout.has(one.id) && overlap(exercise, one) > 0)
    .map((one) => ({ one, score: scoreOf(exercise, one, known.done) }))
    .sort((a, b) => b.score - a.score || a.one.name.localeCompare(b.one.name))
    .map(({ one }) => one);
}

/** Return exercises to add: those done lately first, then by name. */
export function addable(
  all: Iterable<Exercise>,
  known: {
    readonly done: ReadonlySet<number>;
    readonly inWorkout: ReadonlySet<number>;
  },
): Exercise[] {
  const isKnown = (one: Exercise) => Number(known.done.has(one.id));
  return [...all]
    .filter((one) => !one.isRetired && !known.inWorkout.has(one.id))
    .sort((a, b) => isKnown(b) - isKnown(a) || a.name.localeCompare(b.name));
}

function scoreOf(old: Exercise, one: Exercise, done: ReadonlySet<number>): number {
  return (
    overlap(old, one) -
    DIRECT_MISSED * directMissed(old, one) +
    (old.movementPattern === one.movementPattern ? SAME_PATTERN : 0) +
    (old.equipment === one.equipment ? SAME_EQUIPMENT : 0) +
    (done.has(one.id) ? KNOWN : 0)
  );
}

/** How much of the same muscles both train; a muscle trained directly by both counts 2. */
function overlap(old: Exercise, one: Exercise): number {
  return Object.entries(old.muscles).reduce((sum, [muscle, share]) => {
    const other = one.muscles[muscle] ?? 0;
    return sum + Math.min(share, other) * (share >= 1 && other >= 1 ? 2 : 1);
  }, 0);
}

/** How many muscles one of both trains directly, and the other one does not. */
function directMissed(old: Exercise, one: Exercise): number {
  const muscles = new Set([...Object.keys(old.muscles), ...Object.keys(one.muscles)]);
  const isDirect = (exercise: Exercise, muscle: string) =>
    (exercise.muscles[muscle] ?? 0) >= 1;
  return [...muscles].filter(
    (muscle) => isDirect(old, muscle) !== isDirect(one, muscle),
  ).length;
}
