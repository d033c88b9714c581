import { describe, expect, it } from "vitest";
import { NO_DRAFT } from "./draft.ts";
import { exercisesOf } from "./exercises.ts";
import { aLog, aPrescription, aSet, anExercise, anInstance, sources } from "./make.ts";
import { currentOf, restAfter, sequenceOf } from "./order.ts";
import type { Past } from "./past.ts";

const twoExercises = anInstance({
  prescriptions: [
    aPrescription({ exerciseId: 2, position: 2, targetSets: 2 }),
    aPrescription({ exerciseId: 1, position: 1, targetSets: 2 }),
  ],
});
const superset = anInstance({
  prescriptions: [
    aPrescription({ exerciseId: 1, position: 1, targetSets: 2, superset: 4 }),
    aPrescription({ exerciseId: 2, position: 2, targetSets: 3, superset: 4 }),
    aPrescription({ exerciseId: 3, position: 3, targetSets: 1 }),
  ],
});
const lastTime: Past = {
  last: {
    day: "2026-02-23",
    isDeload: false,
    sets: [aSet({ weight: 80, reps: 9 }), aSet({ weight: 75, reps: 8 })],
  },
  note: null,
  bests: null,
  recent: [],
};

describe("the exercises of a workout", () => {
  it("come as planned, then what was added, then what was only done", () => {
    const found = exercisesOf(
      sources({
        instance: twoExercises,
        draft: { ...NO_DRAFT, exercises: [3] },
        log: aLog({ sets: [aSet({ exerciseId: 9 })] }),
      }),
    );

    expect(found.map((one) => one.exerciseId)).toEqual([1, 2, 3, 9]);
    expect(found[3]?.exercise).toBeNull();
  });

  it("are named A1 and A2 in a superset, and not at all alone", () => {
    const found = exercisesOf(sources({ instance: superset }));

    expect(found.map((one) => one.label)).toEqual(["A1", "A2", null]);
  });

  it("leave out what the lifter left out, but not what was done of it", () => {
    const draft = { ...NO_DRAFT, removed: [1, 2] };

    const found = exercisesOf(
      sources({
        instance: twoExercises,
        draft,
        log: aLog({ sets: [aSet({ exerciseId: 2 })] }),
      }),
    );

    expect(found.map((one) => one.exerciseId)).toEqual([2]);
  });

  it("warm each muscle up once", () => {
    const found = exercisesOf(sources({ instance: twoExercises }));

    expect(found.map((one) => one.warmUps.length)).toEqual([3, 0]);
  });
});

describe("the rows of an exercise", () => {
  const rowsOf = (some: Parameters<typeof sources>[0]) =>
    exercisesOf(sources(some))[0]?.rows ?? [];

  it("propose what is planned, each set a rep less", () => {
    const rows = rowsOf({ instance: anInstance({ prescriptions: [aPrescription()] }) });

    expect(rows.map((row) => [row.weight, row.reps])).toEqual([
      [100, 10],
      [100, 9],
      [100, 8],
    ]);
  });

  it("keep their place when an earlier set was left out", () => {
    const log = aLog({ sets: [aSet({ setNumber: 2 })] });
    const draft = { ...NO_DRAFT, skipped: ["1/1"] };

    const rows = rowsOf({
      log,
      draft,
      instance: anInstance({ prescriptions: [aPrescription()] }),
    });

    expect(rows.map((row) => row.state)).toEqual(["skipped", "done", "open"]);
  });

  it("show both sets that two devices logged under one number", () => {
    const log = aLog({ sets: [aSet({ id: 7 }), aSet({ id: 8 })] });

    const rows = rowsOf({ log });

    expect(rows.map((row) => row.done?.id)).toEqual([7, 8, undefined]);
  });

  it("propose last time's load and reps in free training", () => {
    const rows = rowsOf({
      draft: { ...NO_DRAFT, exercises: [1] },
      pastOf: () => lastTime,
    });

    expect(rows.map((row) => [row.weight, row.reps])).toEqual([
      [80, 9],
      [80, 8],
    ]);
  });

  it("ask for a load that nobody knows, and take it over once it is found", () => {
    const calibrated = aPrescription({ targetWeight: null, targetSets: 2 });
    const instance = anInstance({ prescriptions: [calibrated] });

    const before = rowsOf({ instance, pastOf: () => lastTime });
    const after = rowsOf({ instance, log: aLog({ sets: [aSet({ weight: 40 })] }) });

    expect(before.map((row) => [row.weight, row.reps])).toEqual([
      [null, 10],
      [null, 10],
    ]);
    expect(after[1]).toMatchObject({ weight: 40, reps: 10, state: "open" });
  });

  it("propose last time's load as long as the server has not said one", () => {
    const unanswered = aPrescription({ targetWeight: null, targetReps: null });

    const rows = rowsOf({
      instance: anInstance({ prescriptions: [unanswered] }),
      pastOf: () => lastTime,
    });

    expect(rows.map((row) => [row.weight, row.reps])).toEqual([
      [80, 9],
      [80, 8],
      [80, 8],
    ]);
  });

  it("propose the body alone where it is lifted too", () => {
    const pullUp = anExercise({ loadKind: "bodyweight_plus", bodyWeightFactor: 1 });

    const rows = rowsOf({
      draft: { ...NO_DRAFT, exercises: [1] },
      exercises: new Map([[1, pullUp]]),
    });

    expect(rows[0]).toMatchObject({ weight: 0, reps: null });
  });

  it("take a fifth off the load of a drop set", () => {
    const rows = rowsOf({
      instance: anInstance({ prescriptions: [aPrescription({ targetSets: 1 })] }),
      log: aLog({ sets: [aSet({ weight: 100 })] }),
      draft: { ...NO_DRAFT, extraSets: { 1: 1 }, types: { "1/2": "drop" } },
    });

    expect(rows[1]).toMatchObject({ type: "drop", weight: 80, state: "open" });
  });

  it("use a load that was chosen for a set still to do", () => {
    const rows = rowsOf({
      instance: anInstance({ prescriptions: [aPrescription()] }),
      draft: { ...NO_DRAFT, loads: { "1/2": { weight: 95, unit: "kg" } } },
    });

    expect(rows.map((row) => row.weight)).toEqual([100, 95, 100]);
  });
});

describe("the next set", () => {
  const currentKey = (some: Parameters<typeof sources>[0]) => {
    const all = sources(some);
    return currentOf(exercisesOf(all), all.log)?.key ?? null;
  };

  it.each([
    ["is the first of a new workout", [], "1/1"],
    ["follows the last that was done", [[1, 1]], "1/2"],
    [
      "goes on with the next exercise",
      [
        [1, 1],
        [1, 2],
      ],
      "2/1",
    ],
    [
      "follows the lifter to another exercise",
      [
        [1, 1],
        [2, 1],
      ],
      "2/2",
    ],
    [
      "comes back to what was passed over",
      [
        [2, 1],
        [2, 2],
      ],
      "1/1",
    ],
    [
      "is none when all is done",
      [
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 2],
      ],
      null,
    ],
  ] as const)("%s", (_, done, key) => {
    const sets = done.map(([exerciseId, setNumber]) => aSet({ exerciseId, setNumber }));

    expect(currentKey({ instance: twoExercises, log: aLog({ sets }) })).toBe(key);
  });

  it("passes over a set that is left out", () => {
    const draft = { ...NO_DRAFT, skipped: ["1/1"] };

    expect(currentKey({ instance: twoExercises, draft })).toBe("1/2");
  });

  it("takes turns in a superset", () => {
    const found = exercisesOf(sources({ instance: superset }));

    expect(sequenceOf(found).map((row) => row.key)).toEqual([
      "1/1",
      "2/1",
      "1/2",
      "2/2",
      "2/3",
      "3/1",
    ]);
  });
});

describe("the rest after a set", () => {
  const rest = (
    instance: typeof superset,
    row: string,
    done: readonly (readonly [number, number])[] = [],
    types: Record<string, string> = {},
  ) => {
    const sets = done.map(([exerciseId, setNumber]) => aSet({ exerciseId, setNumber }));
    const found = exercisesOf(
      sources({ instance, log: aLog({ sets }), draft: { ...NO_DRAFT, types } }),
    );
    const all = found.flatMap((one) => [...one.rows, ...one.warmUps]);
    const of = all.find((one) => one.key === row);
    return of && restAfter(of, found, (id) => 100 * id);
  };

  it.each([
    ["is that of the exercise", twoExercises, "1/1", [], {}, 100],
    ["is none after a warm-up", twoExercises, "1/w1", [], {}, null],
    ["is none within a round of a superset", superset, "1/1", [], {}, null],
    ["is the longest of a round that is done", superset, "2/1", [[1, 1]], {}, 200],
    ["is none before a drop set", twoExercises, "1/1", [], { "1/2": "drop" }, null],
    ["is short before a myo-rep set", twoExercises, "1/1", [], { "1/2": "myorep" }, 15],
    [
      "is none after the last set",
      twoExercises,
      "2/2",
      [
        [1, 1],
        [1, 2],
        [2, 1],
      ],
      {},
      null,
    ],
  ] as const)("%s", (_, instance, row, done, types, seconds) => {
    expect(rest(instance, row, done, types)).toBe(seconds);
  });
});
