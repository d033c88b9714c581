import { describe, expect, it } from "vitest";
import { addable, alternativesOf } from "./alternatives.ts";
import { NO_DRAFT, textToDraft, toggled, without } from "./draft.ts";
import { exercisesOf } from "./exercises.ts";
import { aLog, aSet, anExercise, sources } from "./make.ts";
import { backFilledAt, isBackFilled, summaryOf } from "./summary.ts";

describe("the summary of a workout", () => {
  const past = {
    last: null,
    note: null,
    bests: { heaviestKg: 90, e1rmKg: 120, repsAt: new Map() },
    recent: [],
  };
  const log = aLog({
    completedAt: "2026-03-02T19:04:40Z",
    sets: [
      aSet({ weight: 40, reps: 8, setType: "warmup" }),
      aSet({ weight: 100, reps: 10 }),
      aSet({ weight: 100, weightUnit: "lb", reps: 10, setNumber: 2 }),
      aSet({ reps: 0, setNumber: 3 }),
    ],
  });
  const exercises = exercisesOf(sources({ log }));

  it("counts no warm-ups, and weights as entered", () => {
    const found = summaryOf(log, exercises, () => past);

    expect(found).toMatchObject({ sets: 2, exercises: 1, minutes: 65 });
    expect(found.volumeKg).toBeCloseTo(1453.59);
    expect(found.records.map((one) => one.kind)).toEqual(["weight"]);
  });

  it("knows no records in a deload", () => {
    expect(
      summaryOf({ ...log, isDeload: true }, exercises, () => past).records,
    ).toEqual([]);
  });

  it("has no minutes while the workout runs", () => {
    expect(summaryOf(aLog(), [], () => null).minutes).toBeNull();
  });
});

describe("a back-filled workout", () => {
  it.each([
    ["an hour ago", "2026-03-02T19:00:00Z", false],
    ["yesterday", "2026-03-03T18:00:00Z", true],
    ["on a clock that was set back", "2026-03-01T18:00:00Z", false],
  ])("is one that began long ago: %s", (_, now, expected) => {
    expect(isBackFilled(aLog(), new Date(now))).toBe(expected);
  });

  it("has its sets a minute apart", () => {
    const log = aLog({ sets: [aSet({ performedAt: "2026-03-02T18:05:00Z" })] });

    expect(backFilledAt(log)).toBe("2026-03-02T18:06:00.000Z");
  });
});

describe("another exercise", () => {
  const bench = anExercise({ id: 1, name: "Bench" });
  const all = [
    bench,
    anExercise({
      id: 2,
      name: "Curl",
      muscles: { biceps: 1 },
      movementPattern: "curl",
    }),
    anExercise({ id: 3, name: "Fly", muscles: { chest: 1 }, movementPattern: "fly" }),
    anExercise({ id: 4, name: "Machine Press", equipment: "stack" }),
    anExercise({ id: 5, name: "Close-Grip", muscles: { triceps: 1, chest: 1 } }),
    anExercise({ id: 6, name: "Old Press", isRetired: true }),
    anExercise({ id: 7, name: "Bar Press" }),
  ];
  const names = (done: number[], inWorkout: number[] = []) =>
    alternativesOf(bench, all, {
      done: new Set(done),
      inWorkout: new Set(inWorkout),
    }).map((one) => one.name);

  it("trains the same muscles by the same movement", () => {
    expect(names([])).toEqual(["Bar Press", "Machine Press", "Fly", "Close-Grip"]);
  });

  it("is rather one that was done before", () => {
    expect(names([4])[0]).toBe("Machine Press");
  });

  it("is not one of this workout", () => {
    expect(names([], [7])[0]).toBe("Machine Press");
  });

  it("is added from those done lately first", () => {
    const found = addable(all, { done: new Set([3]), inWorkout: new Set([1, 2]) });

    expect(found.map((one) => one.name)).toEqual([
      "Fly",
      "Bar Press",
      "Close-Grip",
      "Machine Press",
    ]);
  });
});

describe("the draft of a workout", () => {
  it.each([null, "", "{", "[]", "7", "null", '{"skipped":5,"loads":[]}'])(
    "is empty when it reads %s",
    (text) => {
      expect(textToDraft(text)).toEqual(NO_DRAFT);
    },
  );

  it("keeps what an older version wrote", () => {
    expect(textToDraft('{"skipped":["1/2"]}')).toEqual({
      ...NO_DRAFT,
      skipped: ["1/2"],
    });
  });

  it("takes things in and out", () => {
    expect(toggled(["a", "b"], "a", true)).toEqual(["b", "a"]);
    expect(toggled(["a", "b"], "a", false)).toEqual(["b"]);
    expect(without({ a: 1, b: 2 }, "a")).toEqual({ b: 2 });
  });
});
