import { describe, expect, it } from "vitest";
import type { ExerciseDraft } from "./exerciseDraft.ts";
import { complaintsAbout, draftOf, draftToArgs, emptyDraft } from "./exerciseDraft.ts";
import { aLift } from "./making.ts";

const RIGHT: ExerciseDraft = {
  ...emptyDraft("Zercher Squat"),
  muscles: { quads: 1, glutes: 0.5, adductors: 0 },
};
const isTaken = (name: string) => name === "Taken";

describe("an exercise of one's own", () => {
  it.each<[string, Partial<ExerciseDraft>, string, string]>([
    ["no name", { name: "  " }, "name", "nameEmpty"],
    ["a name of 256 letters", { name: "x".repeat(256) }, "name", "nameLong"],
    ["a line break in its name", { name: "a\nb" }, "name", "nameControl"],
    ["the name of another", { name: " Taken " }, "name", "nameTaken"],
    [
      "a long description",
      { description: "x".repeat(20_001) },
      "description",
      "noteLong",
    ],
    ["muscles that only help", { muscles: { quads: 0.5 } }, "muscles", "noMuscle"],
    ["a falling rep range", { repMin: 12, repMax: 8 }, "repMin", "reps"],
    ["no reps", { repMin: null }, "repMin", "reps"],
    ["half a rep", { repMin: 7.5 }, "repMin", "reps"],
    ["101 reps", { repMax: 101 }, "repMin", "reps"],
    [
      "a body weight of nothing",
      { loadKind: "assisted", bodyWeightPercent: 0 },
      "bodyWeightPercent",
      "bodyWeight",
    ],
  ])("is refused with %s", (_, wrong, field, rule) => {
    expect(complaintsAbout({ ...RIGHT, ...wrong }, isTaken)).toEqual([{ field, rule }]);
  });

  it("may have a name in any script, and emoji", () => {
    const draft = { ...RIGHT, name: "סקוואט 💪 ضغط" };

    expect(complaintsAbout(draft, isTaken)).toEqual([]);
  });

  it("is saved with its muscles, its group and its type", () => {
    expect(draftToArgs({ ...RIGHT, equipment: "smith" }, 7)).toMatchObject({
      id: 7,
      name: "Zercher Squat",
      description: null,
      muscleGroup: "legs",
      exerciseType: "machine",
      muscles: { quads: 1, glutes: 0.5 },
      bodyWeightFactor: 0,
    });
  });

  it("survives being edited", () => {
    const exercise = aLift(9, {
      loadKind: "bodyweight_plus",
      bodyWeightFactor: 0.64,
      exerciseType: "bodyweight",
      equipment: "bodyweight",
      muscles: { chest: 1, triceps: 1 },
      muscleGroup: "tris",
    });

    const args = draftToArgs(draftOf(exercise), 9);

    expect(args).toMatchObject({
      bodyWeightFactor: 0.64,
      muscleGroup: "tris",
      muscles: { chest: 1, triceps: 1 },
      loadKind: "bodyweight_plus",
    });
  });
});
