import { describe, expect, it } from "vitest";
import { entryFault } from "./entry.ts";
import { moved } from "./moved.ts";

describe("what is entered for a set", () => {
  const set = { weight: 82.5, unit: "kg", reps: 9, rir: 1.5, seconds: null } as const;
  it.each([
    ["an ordinary set", {}, null],
    ["nothing yet", { weight: null, reps: null, rir: null }, null],
    ["the heaviest", { weight: 1000 }, null],
    ["more than can be", { weight: 1000.01 }, "weight"],
    ["the same in pounds", { weight: 2204.62, unit: "lb" }, null],
    ["too many reps", { reps: 1001 }, "reps"],
    ["half a rep", { reps: 8.5 }, "reps"],
    ["a third in reserve", { rir: 0.3 }, "rir"],
    ["too many in reserve", { rir: 10.5 }, "rir"],
    ["no reps at all", { reps: 0 }, null],
    ["an hour", { seconds: 3600 }, null],
    ["more than an hour", { seconds: 3601 }, "time"],
  ] as const)("%s", (_, some, fault) => {
    expect(entryFault({ ...set, ...some })).toBe(fault);
  });
});

describe("an item of a list", () => {
  it.each([
    [0, 2, ["b", "c", "a"]],
    [2, 0, ["c", "a", "b"]],
    [1, 1, ["a", "b", "c"]],
    [7, 0, ["a", "b", "c"]],
  ])("moves from %s to %s", (from, to, expected) => {
    expect(moved(["a", "b", "c"], from, to)).toEqual(expected);
  });
});
