import { describe, expect, it } from "vitest";
import { stretchesOf } from "./months.ts";
import { perWeek, standingsOf, stepOfBand } from "./standing.ts";
import type { WeekTotal } from "./weekly.ts";
import { mondaysFrom, weekOf } from "./days.ts";

const landmarkOf = () => ({ maintenance: 4, mev: 6, target: 14, mrv: 20 });

describe("weekly sets against landmarks", () => {
  it("are given for all muscles, trained or not", () => {
    const found = standingsOf(
      [{ muscle: "chest", direct: 10, fractional: 12, sessions: 2 }],
      landmarkOf,
    );

    expect(found).toHaveLength(17);
    expect(found[0]).toMatchObject({ muscle: "chest", band: "grows" });
    expect(found[1]).toMatchObject({ muscle: "lats", band: "none" });
  });

  it.each([
    [1, 12],
    [1.4, 12],
    [2, 20],
    [3, 24],
    [0, 20],
  ])("%d sessions a week allow %d sets", (sessions, mrv) => {
    const given = [{ muscle: "chest", direct: 10, fractional: 10, sessions }];

    expect(standingsOf(given, landmarkOf)[0]?.bounds.mrv).toBe(mrv);
  });

  it("need landmarks", () => {
    expect(standingsOf([], () => null)).toEqual([]);
  });

  it("are averaged over the weeks that were trained in", () => {
    const totals = [
      { muscle: "chest", directSets: 25, fractionalSets: 30, sessions: 5 },
    ];

    expect(perWeek(totals, 3)).toEqual([
      { muscle: "chest", direct: 8.3, fractional: 10, sessions: 1.7 },
    ]);
    expect(perWeek(totals, 0)[0]?.direct).toBe(25);
  });

  it("colour the body in five steps", () => {
    expect(stepOfBand("none")).toBe(0);
    expect(stepOfBand("over")).toBe(4);
  });
});

describe("many weeks", () => {
  const weeksOf = (from: string, to: string): WeekTotal[] =>
    mondaysFrom(from, to).map((monday) => ({
      monday,
      week: weekOf(monday),
      volumeKg: 1000,
      workouts: 3,
      sets: 50,
      minutes: 180,
      isDeload: false,
    }));

  it("are drawn one by one up to a year", () => {
    expect(stretchesOf(weeksOf("2026-01-01", "2026-12-31"))).toHaveLength(53);
  });

  it("are drawn by month beyond, and none is lost", () => {
    const weeks = weeksOf("2017-01-02", "2026-12-27");
    const months = stretchesOf(weeks);

    expect(months).toHaveLength(120);
    expect(months[0]).toMatchObject({ from: "2017-01-01", isMonth: true });
    expect(months.reduce((sum, one) => sum + one.sets, 0)).toBe(weeks.length * 50);
  });
});
