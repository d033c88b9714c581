import { describe, expect, it } from "vitest";
import { aLift, aLog, aSet, liftsById } from "./making.ts";
import {
  byExercise,
  matches,
  newestFirst,
  nextSetNumber,
  summaryOf,
} from "./summary.ts";

const LIFTS = liftsById(
  aLift(1, { name: "Bench Press" }),
  aLift(2, { name: "Développé militaire", muscles: { front_delt: 1, triceps: 0.5 } }),
);
const ALL = { words: "", muscle: null, mesocycleId: null };

describe("a workout in a line", () => {
  it("counts working sets, exercises, minutes and kilograms", () => {
    const log = aLog("2026-03-02", [
      aSet({ setType: "warmup", weight: 40 }),
      aSet({ weight: 100, reps: 10 }),
      aSet({ exerciseId: 2, weight: 50, reps: 8 }),
    ]);

    expect(summaryOf(log, LIFTS, null)).toMatchObject({
      sets: 2,
      exercises: 2,
      minutes: 60,
      volumeKg: 1400,
    });
  });
});

describe("looking for a workout", () => {
  const log = aLog("2026-03-02", [aSet(), aSet({ exerciseId: 2 })], {
    notes: "Schulter zwickt",
    mesocycleId: "block",
  });

  it.each([
    ["nothing asked", {}, true],
    ["a word of its name", { words: "push" }, true],
    ["words of a note and an exercise", { words: "zwickt developpe" }, true],
    ["a word that is nowhere", { words: "squat" }, false],
    ["a muscle that was trained", { muscle: "front_delt" }, true],
    ["a muscle that only helped", { muscle: "triceps" }, false],
    ["its block", { mesocycleId: "block" }, true],
    ["another block", { mesocycleId: "other" }, false],
  ])("by %s", (_, filters, found) => {
    expect(matches(log, { ...ALL, ...filters }, LIFTS)).toBe(found);
  });
});

describe("the sets of a workout", () => {
  it("lie by exercise, in the order in which each was begun", () => {
    const sets = [
      aSet({ exerciseId: 2, setNumber: 1, performedAt: "2026-03-02T18:02:00Z" }),
      aSet({ exerciseId: 1, setNumber: 2, performedAt: "2026-03-02T18:03:00Z" }),
      aSet({ exerciseId: 1, setNumber: 1, performedAt: "2026-03-02T18:01:00Z" }),
    ];

    const groups = byExercise(sets);

    expect(groups.map((one) => one.exerciseId)).toEqual([1, 2]);
    expect(groups[0]?.sets.map((one) => one.setNumber)).toEqual([1, 2]);
  });

  it("are numbered on", () => {
    expect(nextSetNumber([], 1)).toBe(1);
    expect(nextSetNumber([aSet({ setNumber: 4 }), aSet({ exerciseId: 2 })], 1)).toBe(5);
  });
});

describe("workouts", () => {
  it("are listed newest first, whatever their time is written like", () => {
    const early = aLog("2026-03-02", [], { performedAt: "2026-03-02T18:00:00+02:00" });
    const late = aLog("2026-03-03", [], { performedAt: "2026-03-02T17:00:00Z" });

    expect(newestFirst([early, late])).toEqual([late, early]);
  });
});
