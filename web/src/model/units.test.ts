import { describe, expect, it } from "vitest";
import { kgIn, shownIn } from "./units.ts";

describe("shownIn", () => {
  it("leaves a weight alone in its own unit", () => {
    expect(shownIn(61.13, "kg", "kg")).toBe(61.13);
  });

  it.each([
    [100, "kg", "lb", 220],
    [135, "lb", "kg", 61],
    [45, "lb", "kg", 20.5],
    [0, "kg", "lb", 0],
  ] as const)("shows %d %s in %s as %d", (weight, from, to, shown) => {
    expect(shownIn(weight, from, to)).toBe(shown);
  });
});

describe("kgIn", () => {
  it.each([2.5, 12.25, 45, 135, 225.5, 500, 1102.25])(
    "gives %d lb back after it was stored in kilograms",
    (pounds) => {
      const stored = Math.round(pounds * 0.45359237 * 100) / 100;

      expect(kgIn(stored, "lb")).toBe(pounds);
    },
  );

  it("keeps to the hundredth what was no round weight", () => {
    expect(kgIn(60, "lb")).toBe(132.28);
    expect(kgIn(61.13, "kg")).toBe(61.13);
  });
});
