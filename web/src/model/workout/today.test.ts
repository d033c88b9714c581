import { describe, expect, it } from "vitest";
import type { Decision } from "../rows.ts";
import { canOverride, decisionsFor, ledgerOf, nextSessions } from "./ledger.ts";
import { aBlock, aLog, aPrescription, anInstance } from "./make.ts";
import { freeDays, nameOf, todayOf } from "./today.ts";

const block = aBlock({
  workouts: [
    {
      id: "push",
      name: "Push",
      description: null,
      dayOfWeek: 0,
      positionInWeek: 1,
      workoutExercises: [],
    },
  ],
});
const monday = anInstance({ id: "mon", position: 1, scheduledOn: "2026-03-02" });
const wednesday = anInstance({ id: "wed", position: 2, scheduledOn: "2026-03-04" });
const friday = anInstance({ id: "fri", position: 3, scheduledOn: "2026-03-06" });
const nextMonday = anInstance({ id: "next", weekNumber: 3, scheduledOn: "2026-03-09" });
const done = { status: "completed" };

describe("today", () => {
  const on = (
    today: string,
    instances = [monday, wednesday, friday],
    logs = [] as ReturnType<typeof aLog>[],
  ) => todayOf({ today, block, instances, logs });

  it.each([
    ["the day of a workout", "2026-03-02", "mon", true, []],
    ["the day before", "2026-03-01", "mon", false, []],
    ["after two days went by", "2026-03-05", "mon", true, ["mon", "wed"]],
  ] as const)("knows what is next on %s", (_, day, next, isDue, missed) => {
    const found = on(day);

    expect(found.next?.id).toBe(next);
    expect(found.isDue).toBe(isDue);
    expect(found.missed.map((one) => one.id)).toEqual(missed);
  });

  it("rests when the next workout is on another day", () => {
    const found = on("2026-03-03", [{ ...monday, ...done }, wednesday, friday]);

    expect(found.next?.id).toBe("wed");
    expect(found.isDue).toBe(false);
  });

  it("shows the week of the next workout, each day by its state", () => {
    const skipped = { ...wednesday, status: "skipped" };
    const found = on("2026-03-06", [
      { ...monday, ...done },
      skipped,
      friday,
      nextMonday,
    ]);

    expect(found.week).toBe(2);
    expect(found.bar.map((day) => day.state)).toEqual(["done", "skipped", "due"]);
    expect(found.bar[0]?.name).toBe("Push");
  });

  it("resumes what was begun, which is no longer missed", () => {
    const found = on("2026-03-03", undefined, [aLog({ id: "mon" })]);

    expect(found.running.map((log) => log.id)).toEqual(["mon"]);
    expect(found.next?.id).toBe("wed");
    expect(found.missed).toEqual([]);
    expect(found.bar[0]?.state).toBe("running");
  });

  it("tells what was finished today", () => {
    const log = aLog({ id: "mon", status: "completed" });

    expect(on("2026-03-02", [], [log]).finished).toEqual([log]);
    expect(on("2026-03-03", [], [log]).finished).toEqual([]);
  });

  it("has no week without a block", () => {
    const found = todayOf({
      today: "2026-03-02",
      block: null,
      instances: [],
      logs: [],
    });

    expect(found).toMatchObject({ next: null, isDue: false, week: null, bar: [] });
  });

  it("names a workout by its day of the block", () => {
    expect(nameOf(monday, block)).toBe("Push");
    expect(nameOf(monday, null)).toBe("");
  });
});

describe("the days to which a workout can move", () => {
  it("are those from today on without another workout", () => {
    const days = freeDays(monday, [monday, wednesday, friday], {
      today: "2026-03-03",
      end: "2026-03-29",
      count: 4,
    });

    expect(days).toEqual(["2026-03-03", "2026-03-05", "2026-03-07", "2026-03-08"]);
  });

  it("end seven weeks after the block", () => {
    const days = freeDays(monday, [monday], {
      today: "2026-05-16",
      end: "2026-03-29",
      count: 5,
    });

    expect(days).toEqual(["2026-05-16", "2026-05-17"]);
  });
});

describe("the ledger", () => {
  const about = (muscle: string, toInstanceId: string): Decision => ({
    muscle,
    muscleGroup: muscle,
    toInstanceId,
    kind: "add",
    gate: "G9",
    ruleId: "T5",
    because: "",
    soreness: 1,
    performance: 0,
    pump: 2,
    challenge: 1,
    jointPain: null,
    consecutiveMisses: 0,
    deltaRaw: 1,
    deltaApplied: 1,
    capReason: null,
    swap: null,
    holdLoad: false,
    baseSets: 3,
    newSets: 4,
    progression: true,
    deload: false,
    engineVersion: "1",
    decidedAt: "2026-03-02T19:00:00Z",
    override: null,
    overriddenAt: null,
  });
  const inBlock = { mesocycleId: "block", status: "completed" };
  const first = aLog({
    ...inBlock,
    id: "a",
    weekNumber: 1,
    decisions: [about("chest", "b")],
  });
  const second = aLog({
    ...inBlock,
    id: "mon",
    weekNumber: 2,
    performedAt: "2026-03-02T18:00:00Z",
    decisions: [about("chest", "next"), about("lats", "gone")],
  });

  it("has the latest week first, and only what was decided in the block", () => {
    const other = aLog({
      id: "x",
      mesocycleId: "other",
      decisions: [about("chest", "b")],
    });
    const free = aLog({ id: "y" });

    const found = ledgerOf("block", [first, other, second, free]);

    expect(
      found.map((one) => [one.week, one.workouts.map(({ log }) => log.id)]),
    ).toEqual([
      [2, ["mon"]],
      [1, ["a"]],
    ]);
  });

  it("finds what was decided about a planned exercise", () => {
    const found = decisionsFor("next", ["chest", "triceps"], [first, second]);

    expect(found.map(({ log, decision }) => [log.id, decision.muscle])).toEqual([
      ["mon", "chest"],
    ]);
  });

  it.each([
    ["that judged something", {}, {}, true],
    ["not one that only carried over", { kind: "carry" }, {}, false],
    ["not without a next session", { toInstanceId: null }, {}, false],
    ["not when that session was done", {}, { status: "completed" }, false],
    [
      "not when a break has prescribed that session",
      {},
      { prescriptions: [aPrescription({ ruleId: "D2" })] },
      false,
    ],
  ])("can be had otherwise: a decision %s", (_, some, next, expected) => {
    const decision = { ...about("chest", "next"), ...some };
    const log = { ...second, decisions: [decision] };
    const instances = new Map([["next", { ...nextMonday, ...next }]]);

    const found = canOverride(
      { log, decision },
      { instances, logs: new Map([["mon", log]]) },
    );

    expect(found).toBe(expected);
  });

  it("cannot be had otherwise once the session runs, or was decided again", () => {
    const instances = new Map([["next", nextMonday]]);
    const decision = second.decisions[0] ?? about("chest", "next");
    const later = aLog({
      id: "later",
      performedAt: "2026-03-04T18:00:00Z",
      decisions: [about("chest", "next")],
    });
    const can = (...others: readonly ReturnType<typeof aLog>[]) =>
      canOverride(
        { log: second, decision },
        { instances, logs: new Map([second, ...others].map((one) => [one.id, one])) },
      );

    expect(can()).toBe(true);
    expect(can(aLog({ id: "next" }))).toBe(false);
    expect(can(later)).toBe(false);
  });

  it("shows the next workout beside the same day of the week before", () => {
    const before = { ...monday, ...done, prescriptions: [aPrescription()] };
    const planned = aPrescription({ targetSets: 4, targetWeight: 102.5 });
    const next = {
      ...nextMonday,
      prescriptions: [
        planned,
        aPrescription({ exerciseId: 2, position: 2 }),
        aPrescription({ exerciseId: 3, position: 3 }),
      ],
    };

    const found = nextSessions(second, [before, wednesday, next], (id) =>
      id === 3 ? ["quads"] : ["chest", "triceps"],
    );

    expect(found.map((one) => one.instance.id)).toEqual(["next"]);
    expect(found[0]?.exercises).toEqual([
      { planned, before: before.prescriptions[0] },
      { planned: next.prescriptions[1], before: null },
    ]);
  });
});
