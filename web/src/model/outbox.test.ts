import { expect, it, test } from "vitest";
import { type Names, placeOf, wordsOf } from "./outbox.ts";

const names: Names = {
  exercise: (id) => `exercise ${id}`,
  muscle: (muscle) => muscle.toUpperCase(),
  day: (date) => `on ${date}`,
  weight: (weight, unit) => `${weight} ${unit}`,
};

it("says what was lifted", () => {
  const args = { exerciseId: 7, weight: 82.5, weightUnit: "kg", reps: 9 };

  expect(wordsOf({ name: "saveSet", args }, names)).toEqual({
    key: "outbox.did.saveSet",
    parameters: { exercise: "exercise 7", weight: "82.5 kg", n: 9 },
  });
});

it("has a message without parameters for what names nothing", () => {
  const said = wordsOf({ name: "finishWorkout", args: { workoutLogId: "a" } }, names);

  expect(said).toEqual({ key: "outbox.did.finishWorkout", parameters: {} });
});

it("does not stumble over a change that it does not know", () => {
  expect(wordsOf({ name: "flyToTheMoon", args: null }, names).parameters).toEqual({});
  expect(placeOf({ name: "flyToTheMoon", args: null })).toBeNull();
});

test.each([
  ["saveSet", { workoutLogId: "a", id: 3 }, "/workout/a"],
  ["moveWorkout", { workoutInstanceId: "b" }, "/workout/b"],
  ["startWorkout", { id: "c" }, "/workout/c"],
  ["deleteWorkoutLog", { workoutLogId: "a" }, null],
  ["savePreferences", {}, "/settings"],
  ["saveLandmark", { muscle: "chest" }, "/settings/landmarks"],
  ["resetLandmark", { muscle: "chest" }, "/settings/landmarks"],
  ["saveExercise", { id: 12 }, "/exercises/12"],
  ["deleteExercise", { id: 12 }, null],
])("%s is corrected at its own place", (name, args, place) => {
  expect(placeOf({ name, args })).toBe(place);
});
