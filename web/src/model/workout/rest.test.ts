import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Preferences } from "../rows.ts";
import { anExercise } from "./make.ts";
import type { Effort } from "./rest.ts";
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

interface Case {
  readonly equipment: string;
  readonly isCompound: boolean;
  readonly trapsLifter: boolean;
  /** The rests that the lifter chose. */
  readonly own: Partial<Preferences>;
  readonly effort: Effort;
  readonly seconds: number;
}

// tests/engine/test_rest_cases.py holds the engine against the same file.
const CASES = readFileSync(new URL("./rest.cases.jsonl", import.meta.url), "utf-8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);

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
  it.each(CASES)("of $equipment, $isCompound, $own is $seconds", (one) => {
    const effort = effortOf(anExercise(one));

    expect(effort).toBe(one.effort);
    expect(restSeconds(effort, one.own)).toBe(one.seconds);
  });

  it("of what is not known is the shortest", () => {
    expect(restSeconds(effortOf(null), null)).toBe(90);
  });
});
