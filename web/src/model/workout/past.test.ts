import { describe, expect, it } from "vitest";
import { doubtsOf } from "./doubts.ts";
import type { Loads } from "./loads.ts";
import { aLog, aSet } from "./make.ts";
import { bestsOf, pastOf, sameLoads } from "./past.ts";
import { recordsOf } from "./records.ts";

const loads: Loads = { unit: "kg", entered: [20], ownKg: 0, assists: false };
const about = { exerciseId: 1, log: aLog(), loads };

function before(day: string, some: Parameters<typeof aLog>[0] = {}) {
  return aLog({
    id: day,
    localDate: day,
    performedAt: `${day}T18:00:00Z`,
    status: "completed",
    sets: [aSet({ performedAt: `${day}T18:05:00Z` })],
    ...some,
  });
}

describe("last time", () => {
  it("is the latest workout that was no deload", () => {
    const logs = [before("2026-03-01", { isDeload: true }), before("2026-02-20")];

    expect(pastOf(logs, about).last?.day).toBe("2026-02-20");
  });

  it("is a deload where there is nothing else", () => {
    const logs = [before("2026-03-01", { isDeload: true })];

    expect(pastOf(logs, about).last).toMatchObject({ isDeload: true });
  });

  it("does not count what came after a back-filled workout, nor the workout", () => {
    const logs = [before("2026-03-05"), { ...about.log, sets: [aSet()] }];

    expect(pastOf(logs, about).last).toBeNull();
  });

  it("leaves warm-ups out", () => {
    const sets = [aSet({ setType: "warmup", weight: 40 }), aSet({ weight: 90 })];

    const { last } = pastOf([before("2026-02-20", { sets })], about);

    expect(last?.sets.map((set) => set.weight)).toEqual([90]);
  });

  it("is written as loads with their reps", () => {
    const sets = [
      aSet({ weight: 82.5, reps: 9 }),
      aSet({ weight: 82.5, reps: 8 }),
      aSet({ weight: 180, weightUnit: "lb", reps: 8 }),
    ];

    expect(sameLoads(sets)).toEqual([
      { weight: 82.5, unit: "kg", amounts: ["9", "8"] },
      { weight: 180, unit: "lb", amounts: ["8"] },
    ]);
  });
});

describe("the note of an exercise", () => {
  it("stays until a newer one is written", () => {
    const noted = (note: string) => ({
      exerciseFeedback: [{ exerciseId: 1, jointPain: null, note, recordedAt: "" }],
    });
    const logs = [
      before("2026-02-27"),
      before("2026-02-20", noted("Seat 4")),
      before("2026-02-13", noted("Seat 3")),
    ];

    expect(pastOf(logs, about).note).toEqual({ text: "Seat 4", day: "2026-02-20" });
  });
});

describe("a record", () => {
  const bests = bestsOf(
    [aSet({ weight: 100, reps: 8 }), aSet({ weight: 80, reps: 12 })],
    loads,
  );

  it.each([
    ["is the heaviest load", { weight: 102.5, reps: 3 }, "weight"],
    ["is the best estimate", { weight: 100, reps: 9 }, "e1rm"],
    [
      "is the best estimate with reps in reserve",
      { weight: 100, reps: 8, rir: 1 },
      "e1rm",
    ],
    ["is the most reps with a load", { weight: 80, reps: 13 }, "reps"],
    ["is not the same again", { weight: 100, reps: 8 }, undefined],
    ["is not a load in between", { weight: 90, reps: 8 }, undefined],
    ["is not a warm-up", { weight: 120, setType: "warmup" }, undefined],
    [
      "is not a set that waits to be confirmed",
      { weight: 500, flag: "to_confirm" },
      undefined,
    ],
  ])("%s", (_, some, kind) => {
    const set = aSet(some);

    expect(recordsOf([set], bests, loads).get(set.id)).toBe(kind);
  });

  it("is beaten only once in a workout", () => {
    const sets = [1, 2].map((setNumber) => aSet({ setNumber, weight: 105, reps: 5 }));

    expect([...recordsOf(sets, bests, loads).keys()]).toEqual([sets[0]?.id]);
  });

  it("is not the first time of an exercise", () => {
    expect(recordsOf([aSet()], null, loads).size).toBe(0);
  });
});

describe("a doubt", () => {
  // The rows of docs/engine/e1rm.md, "Is that right?", as sets that give the estimates.
  it.each([
    [100, 10, 2, [[100, 10, 2]], []],
    [100, 10, 2, [], []],
    [145, 10, 2, [[100, 10, 2]], ["e1rm_jump"]],
    [
      190,
      1,
      0,
      [
        [170, 1, 0],
        [100, 10, 2],
      ],
      [],
    ],
    [240, 1, 0, [[180, 1, 0]], ["e1rm_jump", "load_above_e1rm"]],
    [20, 60, 0, [[100, 10, 2]], ["many_reps"]],
    [100, 10, 2, [[220, 10, 2]], ["unit_mix_up"]],
    [132, 5, 2, [[60, 5, 2]], ["e1rm_jump", "load_above_e1rm", "unit_mix_up"]],
  ] as const)("%s kg x %s at %s RIR", (loadKg, reps, rir, sets, doubts) => {
    const recent = sets.map(([load, done, left]) => ({
      loadKg: load,
      reps: done,
      rir: left,
    }));
    const set = { loadKg, reps, rir, isWorking: true, plannedKg: null };

    expect(doubtsOf(set, recent)).toEqual(doubts);
  });

  it("does not arise from a load that was planned, or from a warm-up", () => {
    const recent = [{ loadKg: 100, reps: 10, rir: 2 }];
    const half = { loadKg: 100 / 2.2046226218, reps: 5, rir: null };

    expect(
      doubtsOf({ ...half, isWorking: true, plannedKg: half.loadKg }, recent),
    ).toEqual([]);
    expect(doubtsOf({ ...half, isWorking: false, plannedKg: null }, recent)).toEqual(
      [],
    );
    expect(doubtsOf({ ...half, isWorking: true, plannedKg: null }, recent)).toEqual([
      "unit_mix_up",
    ]);
  });
});
