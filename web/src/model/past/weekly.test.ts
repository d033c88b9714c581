import { describe, expect, it } from "vitest";
import { countedSets } from "./counting.ts";
import { aLift, aLog, aSet, liftsById } from "./making.ts";
import { isRange, percentChange, rangeBefore, rangeOf, yearBefore } from "./ranges.ts";
import { muscleTotals, setsByDay, weekTotals } from "./weekly.ts";

const LIFTS = liftsById(
  aLift(1, { muscles: { chest: 1, triceps: 0.5, front_delt: 0.5 } }),
  aLift(2, { muscles: { lats: 1, upper_back: 1, biceps: 0.5, rear_delt: 0.5 } }),
  aLift(3, { muscles: { biceps: 1 } }),
);

function sets(n: number, some: Parameters<typeof aSet>[0]) {
  return Array.from({ length: n }, () => aSet(some));
}

describe("the example of docs/engine/volume.md", () => {
  const log = aLog("2026-03-02", [
    ...sets(3, { exerciseId: 1, weight: 100, reps: 10 }),
    ...sets(3, { exerciseId: 2, weight: 80, reps: 10 }),
    ...sets(2, { exerciseId: 3, weight: 20, reps: 12 }),
  ]);
  const found = muscleTotals(
    countedSets([log], LIFTS, null),
    "2026-03-02",
    "2026-03-08",
  );

  it.each([
    ["chest", 3, 3, 3000],
    ["triceps", 0, 1.5, 1500],
    ["lats", 3, 3, 2400],
    ["rear_delt", 0, 1.5, 1200],
    ["biceps", 2, 3.5, 1680],
  ])("%s gets %d direct and %d fractional sets, %d kg", (muscle, direct, parts, kg) => {
    expect(found.find((one) => one.muscle === muscle)).toMatchObject({
      directSets: direct,
      fractionalSets: parts,
      volumeKg: kg,
    });
  });
});

describe("weeks", () => {
  const logs = [
    aLog("2026-12-31", sets(2, {})),
    aLog("2027-01-02", sets(1, {}), { mesocycleId: "a", isDeload: true }),
    aLog("2027-01-12", sets(1, {}), { mesocycleId: "a", isDeload: true }),
    aLog("2027-01-13", [aSet()], { status: "skipped" }),
  ];
  const counted = countedSets(logs, LIFTS, null);

  it("are ISO weeks, those without training among them", () => {
    const weeks = weekTotals(counted, "2026-12-28", "2027-01-17");

    expect(
      weeks.map((one) => [one.week, one.workouts, one.sets, one.isDeload]),
    ).toEqual([
      ["2026-W53", 2, 3, true],
      ["2027-W01", 0, 0, false],
      ["2027-W02", 1, 1, true],
    ]);
  });

  it("hold no day outside of what was asked for", () => {
    expect(weekTotals(counted, "2027-01-01", "2027-01-03")[0]?.sets).toBe(1);
  });

  it("have their sets by day", () => {
    expect(setsByDay(counted, "2026-12-01", "2027-01-31").get("2026-12-31")).toBe(2);
  });
});

describe("ranges", () => {
  it("end with this week and begin on a Monday", () => {
    expect(rangeOf("week", "2026-03-04", "2020-01-01")).toEqual({
      from: "2026-03-02",
      to: "2026-03-08",
    });
    expect(rangeOf("month", "2026-03-04", "2020-01-01").from).toBe("2026-02-09");
    expect(rangeOf("all", "2026-03-04", "2020-01-01").from).toBe("2019-12-30");
  });

  it("are compared with the days before, or with a year ago", () => {
    const range = { from: "2024-02-29", to: "2024-03-06" };

    expect(rangeBefore(range)).toEqual({ from: "2024-02-22", to: "2024-02-28" });
    expect(yearBefore(range)).toEqual({ from: "2023-02-28", to: "2023-03-06" });
  });

  it.each([
    ["2026-03-02", "2026-03-02", true],
    ["2026-03-03", "2026-03-02", false],
    ["2026-02-31", "2026-03-02", false],
    ["", "2026-03-02", false],
    ["1969-12-31", "2026-03-02", false],
    ["2016-03-04", "2026-03-02", true],
    ["2016-02-01", "2026-03-02", false],
  ])("from %s to %s is one: %s", (from, to, expected) => {
    expect(isRange({ from, to })).toBe(expected);
  });

  it("change by per cent, unless there was nothing before", () => {
    expect(percentChange(110, 100)).toBe(10);
    expect(percentChange(10, 0)).toBeNull();
  });
});
