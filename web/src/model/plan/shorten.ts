/** Shorter versions of a plan, for those who have less time than it takes. */

import type { Draft, DraftDay, DraftExercise } from "./draft.ts";
import { type LiftsById, directMuscles } from "./lift.ts";

const FEWEST_EXERCISES = 4;

/** How a plan was made shorter: not at all, by turns, or by leaving the last out. */
export type Cut = "none" | "supersets" | "shortened";

export interface Version {
  readonly cut: Cut;
  readonly draft: Draft;
}

/** Return a plan and its shorter versions, the longest first. */
export function versionsOf(draft: Draft, lifts: LiftsById): readonly Version[] {
  const paired = draft.map((day) => pairedUp(day, lifts));
  const versions: Version[] = [
    { cut: "none", draft },
    { cut: "supersets", draft: paired },
  ];
  let last: Draft = draft;
  while (last.some((day) => day.exercises.length > FEWEST_EXERCISES)) {
    last = last.map((day) =>
      day.exercises.length > FEWEST_EXERCISES
        ? { ...day, exercises: day.exercises.slice(0, -1) }
        : day,
    );
    const shorter = last.map((day) => pairedUp(day, lifts));
    versions.push({ cut: "shortened", draft: shorter });
  }
  return versions;
}

/** Return the day with its last isolation exercises done in turns, two by two. */
function pairedUp(day: DraftDay, lifts: LiftsById): DraftDay {
  const exercises: DraftExercise[] = [...day.exercises];
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
