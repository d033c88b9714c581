import { describe, expect, it } from "vitest";
import { dayAfterKey, monthGrid } from "./calendar.ts";
import {
  daysBetween,
  daysLater,
  mondaysFrom,
  monthsLater,
  weekOf,
  yearsLater,
} from "./days.ts";

describe("ISO weeks", () => {
  it.each([
    ["2026-01-01", "2026-W01"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2024-12-30", "2025-W01"],
    ["2021-01-01", "2020-W53"],
  ])("%s lies in %s", (day, week) => {
    expect(weekOf(day)).toBe(week);
  });

  it("are listed across the end of a year", () => {
    expect(mondaysFrom("2025-12-25", "2026-01-06")).toEqual([
      "2025-12-22",
      "2025-12-29",
      "2026-01-05",
    ]);
  });
});

describe("days", () => {
  it("are not shortened or lengthened by summer time", () => {
    expect(daysLater("2026-03-28", 2)).toBe("2026-03-30");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  });

  it("of other months and years exist", () => {
    expect(monthsLater("2026-01-31", 1)).toBe("2026-02-01");
    expect(yearsLater("2024-02-29", -1)).toBe("2023-02-28");
  });
});

describe("the grid of a month", () => {
  it("begins on the lifter's first day of the week", () => {
    expect(monthGrid("2026-03-15", 0)[0]?.[0]).toBe("2026-02-23");
    expect(monthGrid("2026-03-15", 6)[0]?.[0]).toBe("2026-03-01");
    expect(monthGrid("2026-02-10", 6)).toHaveLength(4);
  });

  it.each([
    ["ArrowLeft", "2026-03-30"],
    ["ArrowRight", "2026-04-01"],
    ["ArrowUp", "2026-03-24"],
    ["ArrowDown", "2026-04-07"],
    ["Home", "2026-03-30"],
    ["End", "2026-04-05"],
    ["PageUp", "2026-02-28"],
    ["PageDown", "2026-04-30"],
  ])("moves by %s to %s", (key, day) => {
    expect(dayAfterKey("2026-03-31", key, 0)).toBe(day);
  });

  it.each([["Tab"], ["a"]])("leaves %s alone", (key) => {
    expect(dayAfterKey("2026-03-31", key, 0)).toBeNull();
  });
});
