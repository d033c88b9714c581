import { describe, expect, it } from "vitest";
import { isCounting, loadKgOf } from "./counting.ts";
import { recordsOf, sessionsOf, trendOf } from "./lifting.ts";
import { aLift, aLog, aSet, liftsById } from "./making.ts";

const LIFTS = liftsById(aLift(1), aLift(2));

describe("which sets count", () => {
  it.each([
    ["an ordinary set", {}, true],
    ["a set with RIR unanswered", { rir: null }, true],
    ["a set with 5 in reserve", { rir: 5 }, false],
    ["a warm-up", { setType: "warmup" }, false],
    ["nothing lifted", { reps: 0 }, false],
  ])("%s", (_, some, counts) => {
    expect(isCounting(aSet(some))).toBe(counts);
  });

  it.each([
    ["of a timed exercise", { seconds: 45 }, true, true],
    ["of another exercise", { seconds: 45 }, false, false],
    ["without a time", { seconds: null }, true, false],
  ])("without reps: %s", (_, some, isTimed, counts) => {
    expect(isCounting(aSet({ ...some, reps: 0 }), { isTimed })).toBe(counts);
  });
});

describe("the load of a set", () => {
  it.each([
    ["external", { weight: 80 }, 80],
    ["external", { weight: 100, weightUnit: "lb" }, 45.359],
    ["bodyweight_plus", { weight: 10 }, 61.2],
    ["assisted", { weight: 30 }, 21.2],
    ["assisted", { weight: 90 }, 0],
  ])("%s %o is %d kg", (loadKind, some, kg) => {
    const lift = { loadKind, bodyWeightFactor: 0.64 };

    expect(loadKgOf(aSet(some), lift, 80)).toBeCloseTo(kg, 6);
  });
});

describe("the past of an exercise", () => {
  const logs = [
    aLog("2026-03-02", [aSet({ weight: 100, reps: 8 }), aSet({ exerciseId: 2 })]),
    aLog("2026-03-09", [aSet({ weight: 102.5, reps: 8 }), aSet({ setType: "warmup" })]),
    aLog("2026-03-16", [aSet({ weight: 200, reps: 8 })], { isDeload: true }),
    aLog("2026-03-23", [aSet({ weight: 150, reps: 8, flag: "to_confirm" })]),
    aLog("2026-03-30", [aSet()], { status: "skipped" }),
  ];
  const sessions = sessionsOf(logs, 1, LIFTS, null);

  it("lists its sessions, newest first, without skipped workouts", () => {
    expect(sessions.map((one) => one.log.localDate)).toEqual([
      "2026-03-23",
      "2026-03-16",
      "2026-03-09",
      "2026-03-02",
    ]);
    expect(sessions[2]?.volumeKg).toBe(820);
  });

  it("takes records from neither deloads nor sets that look like a slip", () => {
    expect(recordsOf(sessions)).toEqual([
      expect.objectContaining({ kind: "e1rm", valueKg: 136.667 }),
      expect.objectContaining({ kind: "volume", valueKg: 820 }),
      expect.objectContaining({ kind: "weight", reps: 8, valueKg: 102.5 }),
    ]);
  });

  it("gives a record to the earliest of equal days", () => {
    const twice = [aLog("2026-03-02", [aSet()]), aLog("2026-03-04", [aSet()])];

    const records = recordsOf(sessionsOf(twice, 1, LIFTS, null));

    expect(new Set(records.map((one) => one.achievedOn))).toEqual(
      new Set(["2026-03-02"]),
    );
  });

  it("draws its trend from the oldest day to the newest", () => {
    expect(trendOf(sessions).map((one) => one.day)).toEqual([
      "2026-03-02",
      "2026-03-09",
      "2026-03-16",
    ]);
  });
});
