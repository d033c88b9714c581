import { describe, expect, it } from "vitest";
import { amountText, keyedSeconds, secondsToKeys, secondsTyped } from "./timed.ts";
import { isTime } from "./work.ts";

describe("what was done in a set", () => {
  it.each([
    [{ reps: 10, seconds: null }, "10"],
    [{ reps: 0, seconds: 45 }, "0:45"],
    [{ reps: 0, seconds: 90 }, "1:30"],
    [{ reps: 12, seconds: 60 }, "12"],
    [{ reps: 0, seconds: 0 }, "0"],
  ])("of %j is %s", (set, text) => {
    expect(amountText(set)).toBe(text);
    expect(isTime(set)).toBe(text.includes(":"));
  });
});

describe("a time on the pad", () => {
  it.each([
    [null, null],
    [5, 5],
    [45, 45],
    [90, 90],
    [130, 90],
    [1000, 600],
  ])("keyed as %s is %s seconds", (keys, seconds) => {
    expect(keyedSeconds(keys)).toBe(seconds);
    expect(keyedSeconds(secondsToKeys(seconds))).toBe(seconds);
  });
});

describe("a typed time", () => {
  it.each([
    ["1:30", 90],
    ["1.05", 65],
    [" 45 ", 45],
    ["60:00", 3600],
    ["60:01", null],
    ["1:5", null],
    ["0", null],
    ["", null],
    ["-5", null],
    ["a minute", null],
  ])("%s is %s seconds", (text, seconds) => {
    expect(secondsTyped(text)).toBe(seconds);
  });
});
