import type { Exercise } from "../catalogue.ts";

/** What planning needs to know of an exercise. */
export type Lift = Pick<
  Exercise,
  | "id"
  | "name"
  | "equipment"
  | "movementPattern"
  | "isCompound"
  | "isRetired"
  | "muscles"
>;

export type LiftsById = ReadonlyMap<number, Lift>;

/** Return the muscles of which a set of the exercise is a whole set. */
export function directMuscles(lift: Lift): readonly string[] {
  return Object.entries(lift.muscles)
    .filter(([, contribution]) => contribution >= 1)
    .map(([muscle]) => muscle);
}
