import { expect, it, test } from "vitest";
import type { DraftDay, DraftExercise } from "./draft.ts";
import type { Lift } from "./lift.ts";
import { type Cut, shorter, strongest } from "./shorten.ts";

const lift = (id: number, muscle: string, isCompound: boolean): Lift => ({
  id,
  name: String(id),
  equipment: "cable",
  movementPattern: "curl",
  isCompound,
  isRetired: false,
  muscles: { [muscle]: 1 },
});
const lifts = new Map(
  [
    lift(1, "quads", true),
    lift(2, "chest", true),
    lift(3, "biceps", false),
    lift(4, "biceps", false),
    lift(5, "triceps", false),
    lift(6, "calves", false),
  ].map((one) => [one.id, one]),
);
const dayOf = (...ids: number[]): DraftDay => ({
  id: "a",
  name: "A",
  weekday: 0,
  exercises: ids.map((exerciseId): DraftExercise => ({
    key: String(exerciseId),
    exerciseId,
    sets: 3,
    repMin: 8,
    repMax: 12,
    superset: null,
    notes: null,
  })),
});

/** Return every version of a day as text: exercise, sets, and * in a superset. */
function versionsOf(day: DraftDay): string[] {
  const found: string[] = [];
  for (let next = shorter(day, lifts); next; next = shorter(next.day, lifts)) {
    const exercises = next.day.exercises.map(
      (one) => `${one.exerciseId}x${one.sets}${one.superset ? "*" : ""}`,
    );
    found.push(`${next.cut}: ${exercises.join(" ")}`);
  }
  return found;
}

it("takes turns first, then leaves the last out, then single sets", () => {
  expect(versionsOf(dayOf(1, 2, 3, 4, 5, 6))).toEqual([
    "supersets: 1x3 2x3 3x3 4x3 5x3* 6x3*",
    "shortened: 1x3 2x3 3x3 4x3* 5x3*",
    "shortened: 1x3 2x3 3x3 4x3",
    "shortened: 1x3 2x3 3x3",
    "shortened: 1x3 2x3 3x2",
    "shortened: 1x3 2x2 3x2",
    "shortened: 1x2 2x2 3x2",
  ]);
});

it("has nothing to take away from a workout without exercises", () => {
  expect(shorter(dayOf(), lifts)).toBeNull();
});

test.each<[Cut, Cut, Cut]>([
  ["none", "none", "none"],
  ["none", "supersets", "supersets"],
  ["supersets", "none", "supersets"],
  ["supersets", "shortened", "shortened"],
  ["shortened", "none", "shortened"],
])("%s and %s are told as %s", (a, b, told) => {
  expect(strongest(a, b)).toBe(told);
});
