import { describe, expect, it } from "vitest";
import { pauseAfter } from "./sender.ts";

describe("the pause after failures", () => {
  it("grows, and never beyond two minutes", () => {
    const longest = [1, 2, 3, 8, 30].map((failures) => pauseAfter(failures, 1));
    expect(longest).toEqual([1000, 2000, 4000, 120_000, 120_000]);
  });

  it("differs from device to device", () => {
    expect(pauseAfter(5, 0)).toBe(8000);
    expect(pauseAfter(5, 0.5)).toBe(12_000);
  });
});
