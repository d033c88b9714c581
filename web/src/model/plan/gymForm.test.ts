import { describe, expect, it, test } from "vitest";
import {
  GYM_KINDS,
  type GymForm,
  type PlatesForm,
  type RackForm,
  formOf,
  isDescribed,
  problemOf,
  reachOf,
  usualForm,
  withForm,
  withPlate,
  withWeights,
  withoutPlate,
  withoutWeight,
} from "./gymForm.ts";

const plates: PlatesForm = {
  kind: "plates",
  unit: "kg",
  bar: 20,
  plates: [
    { weight: 20, pairs: 1 },
    { weight: 10, pairs: 1 },
  ],
};
const rack: RackForm = { kind: "rack", unit: "kg", weights: [10, 12.5] };

test.each(GYM_KINDS.flatMap((kind) => [[kind, "kg"] as const, [kind, "lb"] as const]))(
  "the usual %s in %s is one that the server takes",
  (kind, unit) => {
    const form = usualForm(kind, unit);

    expect(problemOf(form)).toBeNull();
    expect(reachOf(kind, form)?.heaviest).toBeGreaterThan(40);
  },
);

describe("a described kind", () => {
  it("is kept beside the others", () => {
    const gym = withForm(withForm(null, "barbell", plates), "dumbbell", rack);

    expect(formOf("barbell", gym, "lb")).toEqual(plates);
    expect(isDescribed("dumbbell", gym)).toBe(true);
    expect(isDescribed("cable", gym)).toBe(false);
  });

  it("goes back to the usual, and the last one leaves nothing behind", () => {
    const gym = withForm(null, "barbell", plates);

    expect(withForm(gym, "barbell", null)).toBeNull();
  });
});

test.each<[string, GymForm, string | null]>([
  ["plates are fine", plates, null],
  ["a bar of -1 kg", { ...plates, bar: -1 }, "weight"],
  ["no bar at all", { ...plates, bar: Number.NaN }, "weight"],
  ["a plate of 1.1 kg", { ...plates, plates: [{ weight: 1.1, pairs: 1 }] }, "quarter"],
  ["a plate of 0 kg", { ...plates, plates: [{ weight: 0, pairs: 1 }] }, "quarter"],
  [
    "a plate twice",
    { ...plates, plates: [plates.plates[0], plates.plates[0]] } as PlatesForm,
    "twice",
  ],
  ["an empty rack", { ...rack, weights: [] }, "none"],
  ["a dumbbell of two tons", { ...rack, weights: [2000] }, "weight"],
  ["a stack", { kind: "stack", unit: "kg", lowest: 5, step: 5, highest: 80 }, null],
  [
    "a stack upside down",
    { kind: "stack", unit: "kg", lowest: 80, step: 5, highest: 5 },
    "order",
  ],
  [
    "a stack with no step",
    { kind: "stack", unit: "kg", lowest: 5, step: 0, highest: 80 },
    "step",
  ],
])("%s", (_, form, problem) => {
  expect(problemOf(form)).toBe(problem);
});

describe("editing", () => {
  it("puts a new plate in its place and another count in that of the old one", () => {
    const more = withPlate(plates, { weight: 15, pairs: 2 });

    expect(more.plates.map((one) => one.weight)).toEqual([20, 15, 10]);
    expect(withPlate(more, { weight: 15, pairs: 1 }).plates[1]?.pairs).toBe(1);
    expect(withoutPlate(more, 20).plates.map((one) => one.weight)).toEqual([15, 10]);
  });

  it("adds dumbbells in steps, each once", () => {
    const more = withWeights(rack, { from: 10, to: 20, step: 2.5 });

    expect(more.weights).toEqual([10, 12.5, 15, 17.5, 20]);
    expect(withWeights(rack, { from: 30, to: 0, step: 0 }).weights).toEqual([
      10, 12.5, 30,
    ]);
    expect(withoutWeight(rack, 10).weights).toEqual([12.5]);
  });

  it("never makes a rack without end", () => {
    const weights = withWeights(rack, { from: 1, to: 1e6, step: 0.001 }).weights;

    expect(weights.length).toBeLessThanOrEqual(101);
  });

  it("says what comes of it", () => {
    expect(reachOf("barbell", plates)).toEqual({
      lightest: 20,
      heaviest: 80,
      step: 20,
    });
    expect(reachOf("dumbbell", { ...rack, weights: [10] })).toEqual({
      lightest: 10,
      heaviest: 10,
      step: null,
    });
  });
});
