import { describe, expect, it } from "vitest";
import {
  bodyWeightBounds,
  changedFacts,
  complaintAboutFacts,
  type FactsDraft,
  factsOf,
} from "./facts.ts";
import { aLog } from "./making.ts";

const zone = "Europe/Berlin";
const about = { zone, now: new Date("2026-03-05T12:00:00Z"), unit: "kg" as const };
const before = factsOf(aLog("2026-03-02", [], { bodyWeightKg: 81.4 }), zone, "kg");

describe("the facts of a workout", () => {
  it("are shown on the lifter's clock and in the lifter's unit", () => {
    expect(before).toEqual({
      name: "Push",
      day: "2026-03-02",
      start: "19:00",
      end: "20:00",
      bodyWeight: 81.4,
    });
    const inPounds = aLog("2026-03-02", [], { bodyWeightKg: 81.65 });
    expect(factsOf(inPounds, zone, "lb").bodyWeight).toBe(180);
  });

  it.each<[string, Partial<FactsDraft>, string | null]>([
    ["as they were", {}, null],
    ["no name", { name: "" }, null],
    ["a name of 256 letters", { name: "x".repeat(256) }, "name"],
    ["a name of two lines", { name: "a\nb" }, "name"],
    ["no day", { day: "" }, "day"],
    ["tomorrow", { day: "2026-03-06" }, "future"],
    ["no body weight", { bodyWeight: null }, null],
    ["a body weight of 19 kg", { bodyWeight: 19 }, "bodyWeight"],
    ["a body weight that is no number", { bodyWeight: undefined }, "bodyWeight"],
  ])("%s", (_, some, complaint) => {
    expect(complaintAboutFacts({ ...before, ...some }, about)).toBe(complaint);
  });

  it.each<[string, Partial<FactsDraft>, object]>([
    ["nothing", {}, {}],
    ["the name", { name: " Pull " }, { name: "Pull" }],
    ["no name any more", { name: "" }, { name: null }],
    ["the end", { end: "20:30" }, { completedAt: "2026-03-02T19:30:00.000Z" }],
    [
      "the day, and the end with it",
      { day: "2026-03-01" },
      {
        startedAt: "2026-03-01T18:00:00.000Z",
        completedAt: "2026-03-01T19:00:00.000Z",
      },
    ],
    ["the body weight", { bodyWeight: 82 }, { bodyWeightKg: 82 }],
    ["no body weight any more", { bodyWeight: null }, { bodyWeightKg: null }],
  ])("are saved as far as they differ: %s", (_, some, args) => {
    expect(changedFacts(before, { ...before, ...some }, about)).toEqual(args);
  });

  it("leave the end of an unfinished workout alone", () => {
    const open = { ...before, end: "" };

    expect(changedFacts(open, { ...open, start: "18:00" }, about)).toEqual({
      startedAt: "2026-03-02T17:00:00.000Z",
    });
  });

  it("bound a body weight within what the server takes", () => {
    expect(bodyWeightBounds("lb")).toEqual([45, 881]);
  });
});
