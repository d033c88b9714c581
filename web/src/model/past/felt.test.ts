import { expect, it } from "vitest";
import { answersOf } from "./felt.ts";
import { aLift, aLog, aSet, liftsById } from "./making.ts";

it("asks about the groups that a workout trained directly, or was asked about", () => {
  const lifts = liftsById(
    aLift(1, { muscles: { chest: 1, triceps: 0.5 } }),
    aLift(2, { muscles: { side_delt: 1 } }),
  );
  const log = aLog("2026-03-02", [aSet(), aSet({ exerciseId: 2 })], {
    feedback: [
      {
        muscleGroup: "legs",
        sorenessLevel: 2,
        aboutLogId: null,
        pumpLevel: null,
        challengeLevel: 1,
        sorenessRecordedAt: null,
        performanceRecordedAt: null,
      },
    ],
  });

  expect(answersOf(log, lifts)).toEqual([
    { group: "chest", soreness: null, challenge: null, pump: null },
    { group: "legs", soreness: 2, challenge: 1, pump: null },
    { group: "delts", soreness: null, challenge: null, pump: null },
  ]);
});
