import { describe, expect, it } from "vitest";
import { FIRST_PREFERENCES } from "../effects/settling.ts";
import type { OwnGym } from "../rows.ts";
import { gymAt, placeOf } from "./gyms.ts";

const RACK = { dumbbell: { kind: "rack", unit: "kg", weights: [4, 8] } };
const garage: OwnGym = { id: "g", name: "Garage", equipment: RACK, workoutIds: [] };
const hotel: OwnGym = { id: "h", name: "Hotel", equipment: {}, workoutIds: ["friday"] };
const own = { ...FIRST_PREFERENCES, gymId: "g", gyms: [garage, hotel] };

describe("the gym of a workout", () => {
  it.each([
    ["that of the settings", "monday", null, "Garage", false],
    ["that of the settings, of free training", null, null, "Garage", false],
    ["that of its day", "friday", null, "Hotel", true],
    ["that of today before that of its day", "friday", "g", "Garage", true],
    ["none, if the lifter says so", "friday", "", undefined, true],
    ["that of its day, if that of today is gone", "friday", "x", "Hotel", true],
  ])("is %s", (_, workoutId, today, name, isElsewhere) => {
    const place = placeOf(own, workoutId, today);

    expect([place.gym?.name, place.isElsewhere]).toEqual([name, isElsewhere]);
  });

  it("offers what it has, with the warm-ups that the lifter chose", () => {
    const at = placeOf(own, "monday", null);
    const about = { unit: "kg", bodyWeightKg: 80 } as const;

    expect(gymAt(at, { ...own, warmUpPercentages: [50] }, about)).toEqual({
      ...about,
      equipment: RACK,
      isStrict: false,
      warmUpPercentages: [50],
    });
  });

  it("is none of a lifter of whom nothing is known", () => {
    expect(placeOf(null, "monday", null)).toEqual({ gym: null, isElsewhere: false });
  });
});
