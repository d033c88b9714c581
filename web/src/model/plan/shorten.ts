/** Shorter versions of a workout, for those who have less time than it takes. */

import type { DraftDay, DraftExercise } from "./draft.ts";
import { type LiftsById, directMuscles } from "./lift.ts";

const FEWEST_EXERCISES = 3;
const FEWEST_SETS = 2;

/** How a plan was made shorter: not at all, by turns, or by leaving something out. */
export type Cut = "none" | "supersets" | "shortened";

export interface Shorter {
  readonly cut: Cut;
  readonly day: DraftDay;
}

/**
 * Return the next shorter version of a workout, null when it would leave too little.
 *
 * First its last isolation exercises are done in turns, then the last exercise is left
 * out, and from three on single sets.
 */
export function shorter(day: DraftDay, lifts: LiftsById): Shorter | null {
  const paired = pairedUp(day, lifts);
  if (!isSame(paired, day)) return { cut: "supersets", day: paired };
  if (day.exercises.length > FEWEST_EXERCISES) {
    const fewer = { ...day, exercises: day.exercises.slice(0, -1) };
    return { cut: "shortened", day: pairedUp(fewer, lifts) };
  }
  const most = Math.max(0, ...day.exercises.map((one) => one.sets));
  if (most <= FEWEST_SETS) return null;
  const at = day.exercises.findLastIndex((one) => one.sets === most);
  const exercises = day.exercises.map((one, index) =>
    index === at ? { ...one, sets: one.sets - 1 } : one,
  );
  return { cut: "shortened", day: { ...day, exercises } };
}

/** Return the cut that says most: leaving out more than taking turns. */
export function strongest(a: Cut, b: Cut): Cut {
  if (a === "shortened" || b === "shortened") return "shortened";
  return a === "none" ? b : a;
}

/** Return the day with its last isolation exercises done in turns, two by two. */
function pairedUp(day: DraftDay, lifts: LiftsById): DraftDay {
  const exercises: DraftExercise[] = day.exercises.map((one) => ({
    ...one,
    superset: null,
  }));
  let group = 0;
  for (let index = exercises.length - 1; index > 0; index -= 1) {
    const [first, second] = [exercises[index - 1], exercises[index]];
    if (!first || !second || !goTogether(first, second, lifts)) continue;
    group += 1;
    exercises[index - 1] = { ...first, superset: group };
    exercises[index] = { ...second, superset: group };
    index -= 1;
  }
  return { ...day, exercises };
}

function goTogether(a: DraftExercise, b: DraftExercise, lifts: LiftsById): boolean {
  const [one, other] = [lifts.get(a.exerciseId), lifts.get(b.exerciseId)];
  if (!one || !other || one.isCompound || other.isCompound) return false;
  const muscles = directMuscles(one);
  return !directMuscles(other).some((muscle) => muscles.includes(muscle));
}

function isSame(a: DraftDay, b: DraftDay): boolean {
  return a.exercises.every(
    (one, index) => one.superset === b.exercises[index]?.superset,
  );
}
