/** Other exercises for what a gym lacks. */

import { type Lift, type LiftsById, directMuscles } from "./lift.ts";

/** Where somebody trains, as the first question about equipment has it. */
export const PLACES = ["gym", "barbell", "dumbbells", "bodyweight"] as const;
export type TrainingPlace = (typeof PLACES)[number];

const AT_HOME = ["bodyweight", "band", "other"] as const;

/** Kinds of equipment by place; a gym has all of them. */
const KINDS_AT: Readonly<Record<TrainingPlace, readonly string[] | null>> = {
  gym: null,
  barbell: ["barbell", "ez_bar", "trap_bar", "dumbbell", "kettlebell", ...AT_HOME],
  dumbbells: ["dumbbell", "kettlebell", ...AT_HOME],
  bodyweight: AT_HOME,
};

/** Return whether an exercise can be done at a place. */
export function fits(lift: Lift, place: TrainingPlace): boolean {
  return KINDS_AT[place]?.includes(lift.equipment) ?? true;
}

/**
 * Return exercises that can stand in for another, the most alike first.
 *
 * They train its muscle directly; the same movement counts most, then how much of the
 * muscles is the same. `taken` are those that the plan has already.
 */
export function standIns(
  lift: Lift,
  lifts: LiftsById,
  wanted: { readonly place: TrainingPlace; readonly taken: ReadonlySet<number> },
): readonly Lift[] {
  return [...lifts.values()]
    .filter(
      (one) =>
        one.id !== lift.id &&
        !one.isRetired &&
        !wanted.taken.has(one.id) &&
        fits(one, wanted.place) &&
        directMuscles(one).some((muscle) => directMuscles(lift).includes(muscle)),
    )
    .map((one) => ({ one, likeness: likeness(lift, one) }))
    .sort((a, b) => b.likeness - a.likeness || a.one.id - b.one.id)
    .map(({ one }) => one);
}

/**
 * Return for each exercise that a place lacks the one to do instead, by its id.
 *
 * Exercises that nothing can stand in for map to null.
 */
export function replacementsFor(
  exerciseIds: readonly number[],
  lifts: LiftsById,
  place: TrainingPlace,
): ReadonlyMap<number, number | null> {
  const taken = new Set(exerciseIds);
  const found = new Map<number, number | null>();
  for (const id of new Set(exerciseIds)) {
    const lift = lifts.get(id);
    if (!lift || fits(lift, place)) continue;
    const instead = standIns(lift, lifts, { place, taken })[0];
    if (instead) taken.add(instead.id);
    found.set(id, instead?.id ?? null);
  }
  return found;
}

function likeness(a: Lift, b: Lift): number {
  const muscles = new Set([...Object.keys(a.muscles), ...Object.keys(b.muscles)]);
  let common = 0;
  let all = 0;
  for (const muscle of muscles) {
    const [inA, inB] = [a.muscles[muscle] ?? 0, b.muscles[muscle] ?? 0];
    common += Math.min(inA, inB);
    all += Math.max(inA, inB);
  }
  const movement = a.movementPattern === b.movementPattern ? 2 : 0;
  return movement + (a.isCompound === b.isCompound ? 1 : 0) + common / (all || 1);
}
