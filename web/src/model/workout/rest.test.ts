import { describe, expect, it } from "vitest";
import { anExercise } from "./make.ts";
import {
  changedRest,
  clockText,
  effortOf,
  isSound,
  restDone,
  restSeconds,
  secondsLeft,
  startedRest,
  textToRest,
} from "./rest.ts";

const NOW = 1_700_000_000_000;

describe("a rest", () => {
  const rest = startedRest(90, NOW);

  it("counts down to its end, and on from there", () => {
    expect(secondsLeft(rest, NOW)).toBe(90);
    expect(secondsLeft(rest, NOW + 60_500)).toBe(30);
    expect(secondsLeft(rest, NOW + 100_000)).toBe(-10);
    expect(restDone(rest, NOW + 45_000)).toBe(0.5);
    expect(restDone(rest, NOW + 500_000)).toBe(1);
  });

  it.each([
    ["longer", 15, 0, 105],
    ["shorter", -15, 0, 75],
    ["shorter, but never past now", -15, 85_000, 5],
    ["longer again once it is over", 15, 200_000, 15],
  ])("is made %s", (_, by, after, left) => {
    const now = NOW + after;

    expect(secondsLeft(changedRest(rest, by, now), now)).toBe(left);
  });

  it("survives a reload, but not a night", () => {
    const kept = JSON.stringify(rest);

    expect(textToRest(kept, NOW + 30_000)).toEqual(rest);
    expect(textToRest(kept, NOW + 2 * 86_400_000)).toBeNull();
  });

  it("is none that a clock which was set back would make longer than it is", () => {
    expect(textToRest(JSON.stringify(rest), NOW - 3_600_000)).toBeNull();
    expect(isSound(rest, NOW)).toBe(true);
    expect(isSound(changedRest(rest, 15, NOW + 20_000), NOW + 20_000)).toBe(true);
    expect(isSound(changedRest(rest, -15, NOW + 85_000), NOW + 85_000)).toBe(true);
  });

  it.each([null, "", "{", "{}", "null", '{"endsAt":"x","seconds":1}'])(
    "is none when it reads %s",
    (text) => {
      expect(textToRest(text, NOW)).toBeNull();
    },
  );

  it.each([
    [65, "1:05"],
    [-7, "0:07"],
    [0, "0:00"],
  ])("of %s seconds is written %s", (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });
});

describe("the length of a rest", () => {
  it.each([
    ["a lift that can trap", { isCompound: true, trapsLifter: true }, 12, "heavy"],
    ["few reps", { isCompound: true, trapsLifter: false }, 5, "heavy"],
    ["a compound", { isCompound: true, trapsLifter: false }, null, "compound"],
    ["an isolation", { isCompound: false, trapsLifter: false }, 5, "isolation"],
  ])("depends on the effort: %s", (_, some, reps, effort) => {
    expect(effortOf(anExercise(some), reps)).toBe(effort);
  });

  it("is what the lifter chose, or what is usual", () => {
    expect(restSeconds("compound", { restCompoundSeconds: 150 })).toBe(150);
    expect(restSeconds("heavy", { restCompoundSeconds: 150 })).toBe(180);
    expect(restSeconds("isolation", { restIsolationSeconds: null })).toBe(90);
    expect(restSeconds("isolation", null)).toBe(90);
  });
});
