import { describe, expect, it } from "vitest";
import { loadingOf } from "./plates.ts";
import { type Plates, platesOf, usualLoads } from "./workout/gym.ts";

const HOME: Plates = {
  unit: "kg",
  bar: 20,
  pairs: [
    [20, 1],
    [15, 2],
    [10, 1],
    [1.25, 1],
  ],
};

function ofBarbell(unit: "kg" | "lb"): Plates {
  const plates = platesOf("barbell", null, unit);
  if (!plates) throw new Error("a barbell has plates");
  return plates;
}

describe("loadingOf", () => {
  it.each([
    ["an empty bar", 20, [], 20, 0],
    ["one pair", 60, [20], 60, 0],
    ["heaviest plates first", 112.5, [20, 15, 10, 1.25], 112.5, 0],
    ["fewer plates before heavier ones", 80, [20, 10], 80, 0],
    ["what greed would miss", 100, [15, 15, 10], 100, 0],
    ["no more than there is", 300, [20, 15, 15, 10, 1.25], 142.5, 157.5],
    ["never more than wanted", 61.5, [20], 60, 1.5],
    ["the bar when less is wanted", 15, [], 20, -5],
  ])("puts on %s", (_, weight, perSide, total, missing) => {
    expect(loadingOf(weight, HOME)).toEqual({ perSide, total, missing });
  });

  it.each(["kg", "lb"] as const)("makes every load that a gym in %s offers", (unit) => {
    const plates = ofBarbell(unit);

    for (const weight of usualLoads("barbell", unit).entered) {
      expect(loadingOf(weight, plates).missing, String(weight)).toBe(0);
    }
  });
});
