import { expect, it } from "vitest";
import type { Draft, DraftExercise } from "./draft.ts";
import type { Lift } from "./lift.ts";
import { versionsOf } from "./shorten.ts";

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
const draftOf = (...ids: number[]): Draft => [
  {
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
  },
];
const seen = (draft: Draft) =>
  draft[0]?.exercises.map((one) => `${one.exerciseId}${one.superset ? "*" : ""}`);

it("pairs what trains different muscles, and leaves the last out after that", () => {
  const versions = versionsOf(draftOf(1, 2, 3, 4, 5, 6), lifts);

  expect(versions.map((one) => [one.cut, seen(one.draft)])).toEqual([
    ["none", ["1", "2", "3", "4", "5", "6"]],
    ["supersets", ["1", "2", "3", "4", "5*", "6*"]],
    ["shortened", ["1", "2", "3", "4*", "5*"]],
    ["shortened", ["1", "2", "3", "4"]],
  ]);
});

it("has no shorter version than four exercises", () => {
  const versions = versionsOf(draftOf(1, 2, 3), lifts);

  expect(versions.map((one) => one.cut)).toEqual(["none", "supersets"]);
});
