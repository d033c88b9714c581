import { describe, expect, it } from "vitest";
import { nearest, pointAfterKey, ticks, withRoom } from "./charts.ts";
import { dayAfterKey, monthsOf, placesOf } from "./heatyear.ts";

describe("ticks", () => {
  it.each([
    [0, 15, [0, 5, 10, 15]],
    [0, 1, [0, 0.25, 0.5, 0.75, 1]],
    [78, 125, [60, 80, 100, 120, 140]],
    [0, 12900, [0, 5000, 10000, 15000]],
    [5, 5, [5, 6]],
  ])("from %d to %d are round numbers around them", (low, high, marks) => {
    expect(ticks(low, high)).toEqual(marks);
  });
});

describe("a key", () => {
  it.each([
    ["ArrowRight", 3, 4],
    ["ArrowRight", 9, 9],
    ["ArrowLeft", 0, 0],
    ["End", 2, 9],
    ["PageUp", 2, 3],
    ["a", 2, null],
  ])("%s moves among ten points from %d to %s", (key, at, next) => {
    expect(pointAfterKey(key, at, 10)).toBe(next);
  });

  it("moves through a year by days and weeks", () => {
    const keys = ["ArrowDown", "ArrowRight", "ArrowUp", "PageUp", "Home", "x"];

    expect(keys.map((key) => dayAfterKey(key, 30, 365))).toEqual([
      31,
      37,
      29,
      2,
      0,
      null,
    ]);
  });
});

it("finds the nearest of some numbers", () => {
  expect([-1, 0.3, 0.9].map((to) => nearest([0, 0.5, 1], to))).toEqual([0, 1, 2]);
});

describe("labels under a chart", () => {
  const labels = Array.from({ length: 52 }, (_, at) => ({
    at: (at + 0.5) / 52,
    text: `Week ${at + 1}`,
  }));

  it.each([80, 200, 320, 1200])("never touch each other in %d px", (width) => {
    const shown = withRoom(labels, 40, 40 + width, 8);

    expect(shown.at(-1)?.text).toBe("Week 52");
    shown.slice(1).forEach((one, at) => {
      expect(one.start).toBeGreaterThan(shown[at]?.end ?? 0);
    });
  });
});

describe("a year", () => {
  it("puts its days into weeks from Monday to Sunday", () => {
    const places = placesOf("2025-12-31", "2026-01-05");

    expect(places.map(({ week, weekday }) => [week, weekday])).toEqual([
      [0, 2],
      [0, 3],
      [0, 4],
      [0, 5],
      [0, 6],
      [1, 0],
    ]);
  });

  it("is not shortened by summer time", () => {
    const places = placesOf("2025-01-01", "2025-12-31");

    expect(places).toHaveLength(365);
    expect(places.at(-1)?.date).toBe("2025-12-31");
  });

  it("names each month over its first whole week", () => {
    const months = monthsOf(placesOf("2025-12-29", "2026-03-08"), "en");

    expect(months).toEqual([
      { at: 1, text: "Jan" },
      { at: 5, text: "Feb" },
      { at: 9, text: "Mar" },
    ]);
  });
});
