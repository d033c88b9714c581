import { describe, expect, it } from "vitest";
import type { WorkoutInstance, WorkoutLog } from "../rows.ts";
import { NO_DRAFT } from "./draft.ts";
import { exercisesOf } from "./exercises.ts";
import { aLog, aPrescription, aSet, anInstance, sources } from "./make.ts";
import type { Asking } from "./questions.ts";
import { challengeMatters, outlookOf, pumpMatters, questionsOf } from "./questions.ts";

const chest = { prescriptions: [aPrescription({ targetSets: 2 })] };
const lastWeek = anInstance({ ...chest, id: "a", weekNumber: 1, status: "completed" });
const now = anInstance({ ...chest, id: "log", weekNumber: 2 });
const nextWeek = anInstance({ ...chest, id: "c", weekNumber: 3 });
const twoSets = [aSet({ setNumber: 1 }), aSet({ setNumber: 2 })];

function asking(some: {
  readonly block?: readonly WorkoutInstance[];
  readonly instance?: WorkoutInstance | null;
  readonly log?: WorkoutLog;
  readonly isStrict?: boolean;
}): Asking {
  const instance = some.instance === undefined ? now : some.instance;
  const log = some.log ?? aLog();
  const all = sources({ instance, log });
  return {
    log,
    instance,
    block: some.block ?? [lastWeek, now, nextWeek],
    exercises: exercisesOf(all),
    catalogue: all.exercises,
    groupOf: (muscle) => muscle,
    isStrict: some.isStrict ?? false,
  };
}

function answered(some: {
  readonly soreness?: number;
  readonly challenge?: number;
  readonly pump?: number;
}) {
  return [
    {
      muscleGroup: "chest",
      sorenessLevel: some.soreness ?? null,
      aboutLogId: null,
      pumpLevel: some.pump ?? null,
      challengeLevel: some.challenge ?? null,
      sorenessRecordedAt: null,
      performanceRecordedAt: null,
    },
  ];
}

describe("what is decided for a muscle", () => {
  const first = { ...now, weekNumber: 1, position: 2 };
  const recovery = { ...now, prescriptions: [aPrescription({ isRecovery: true })] };
  it.each([
    ["depends on all answers in a later week", {}, "table"],
    ["is nothing without a next session", { block: [lastWeek, now] }, "nothing"],
    ["is nothing in a deload", { instance: { ...now, isDeload: true } }, "nothing"],
    [
      "is nothing before a deload",
      { block: [lastWeek, now, { ...nextWeek, isDeload: true }] },
      "nothing",
    ],
    ["is nothing after a recovery session", { instance: recovery }, "nothing"],
    [
      "is nothing within the first week",
      {
        instance: first,
        block: [lastWeek, first, { ...nextWeek, weekNumber: 1, position: 3 }],
      },
      "nothing",
    ],
    ["follows the first week's rule at its end", { instance: first }, "firstWeek"],
    ["does without soreness the first time", { block: [now, nextWeek] }, "unsore"],
    [
      "is nothing the first time when the gate is strict",
      { block: [now, nextWeek], isStrict: true },
      "nothing",
    ],
    [
      "does not count a skipped session as an earlier one",
      { block: [{ ...lastWeek, status: "skipped" }, now, nextWeek] },
      "unsore",
    ],
  ] as const)("%s", (_, some, outlook) => {
    expect(outlookOf("chest", asking(some))).toBe(outlook);
  });
});

describe("a question", () => {
  const keys = (some: Parameters<typeof asking>[0], passed: readonly string[] = []) =>
    questionsOf(asking(some), passed).map((one) => one.key);
  const after = (feedback: WorkoutLog["feedback"]) => ({
    log: aLog({ sets: twoSets, feedback }),
  });

  it.each([
    ["about soreness comes before the first set", {}, ["soreness/chest"]],
    ["is not asked in free training", { instance: null }, []],
    ["about soreness is not asked the first time", { block: [now, nextWeek] }, []],
    [
      "about soreness is not asked again",
      { log: aLog({ feedback: answered({ soreness: 1 }) }) },
      [],
    ],
    [
      "about effort comes after the last set",
      after(answered({ soreness: 1 })),
      ["challenge/chest"],
    ],
    ["about effort is not asked where soreness was not answered", after([]), []],
    [
      "about the pump follows the effort",
      after(answered({ soreness: 1, challenge: 1 })),
      ["pump/chest"],
    ],
    [
      "about the pump is not asked when the effort settled it",
      after(answered({ soreness: 1, challenge: 0 })),
      [],
    ],
    [
      "about the pump is not asked of a sore muscle",
      after(answered({ soreness: 2, challenge: 1 })),
      [],
    ],
    [
      "about the effort is asked the first time",
      { block: [now, nextWeek], ...after([]) },
      ["challenge/chest"],
    ],
  ])("%s", (_, some, expected) => {
    expect(keys(some)).toEqual(expected);
  });

  it("is not asked again once it was passed", () => {
    expect(keys({}, ["soreness/chest"])).toEqual([]);
  });

  it("about the pump is asked when the effort was passed", () => {
    const some = after(answered({ soreness: 1 }));

    expect(keys(some, ["challenge/chest"])).toEqual(["pump/chest"]);
  });

  it("about effort is not asked when fewer than half of the sets were done", () => {
    const five = { prescriptions: [aPrescription({ targetSets: 5 })] };
    const instance = { ...now, ...five };
    const log = aLog({ sets: twoSets, feedback: answered({ soreness: 1 }) });
    const all = sources({
      instance,
      log,
      draft: { ...NO_DRAFT, skipped: ["1/3", "1/4", "1/5"] },
    });

    const found = questionsOf(
      { ...asking({ instance, log }), exercises: exercisesOf(all) },
      [],
    );

    expect(found).toEqual([]);
  });
});

describe("an answer matters", () => {
  it.each([
    ["table", 0, 1, true, true],
    ["table", 1, 0, true, false],
    ["table", 1, 2, true, false],
    ["table", 2, 1, true, false],
    ["table", null, 1, false, false],
    ["firstWeek", 0, 2, true, false],
    ["firstWeek", 0, 1, true, true],
    ["firstWeek", 2, 2, true, true],
    ["unsore", null, 1, true, true],
    ["unsore", null, 0, true, true],
    ["nothing", 1, 1, false, false],
  ] as const)(
    "%s, soreness %s, challenge %s: challenge %s, pump %s",
    (outlook, soreness, challenge, isEffort, isPump) => {
      expect(challengeMatters(outlook, soreness)).toBe(isEffort);
      expect(pumpMatters(outlook, soreness, challenge)).toBe(isPump);
    },
  );
});
