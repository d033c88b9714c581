import { describe, expect, it } from "vitest";
import {
  type Draft,
  type DraftDay,
  type DraftExercise,
  added,
  changed,
  changedDays,
  exerciseBody,
  inSavingOrder,
  inWeekOrder,
  isLinked,
  linked,
  moved,
  removed,
  returned,
  stepFrom,
  supersetMark,
} from "./draft.ts";

const one = (exerciseId: number, superset: number | null = null): DraftExercise => ({
  key: `k${exerciseId}`,
  exerciseId,
  sets: 3,
  repMin: 8,
  repMax: 12,
  superset,
  notes: null,
});
const day = (id: string, ...exercises: DraftExercise[]): DraftDay => ({
  id,
  name: id,
  weekday: 0,
  exercises,
});
const ids = (draft: Draft) =>
  draft.map((each) => each.exercises.map((other) => other.exerciseId));
const groups = (draft: Draft) => draft[0]?.exercises.map((other) => other.superset);

describe("moving an exercise", () => {
  const draft = [day("push", one(1), one(2), one(3)), day("pull", one(4))];

  it("changes its place within the day", () => {
    expect(ids(moved(draft, { day: 0, index: 0 }, { day: 0, index: 2 }))).toEqual([
      [2, 3, 1],
      [4],
    ]);
  });

  it("takes it to another day", () => {
    expect(ids(moved(draft, { day: 0, index: 1 }, { day: 1, index: 0 }))).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it("leaves the draft alone where there is nothing to move", () => {
    expect(moved(draft, { day: 0, index: 9 }, { day: 1, index: 0 })).toBe(draft);
  });

  it("goes on to the next day past the end, and nowhere past the last", () => {
    expect(stepFrom(draft, { day: 0, index: 2 }, 1)).toEqual({ day: 1, index: 0 });
    expect(stepFrom(draft, { day: 1, index: 0 }, -1)).toEqual({ day: 0, index: 3 });
    expect(stepFrom(draft, { day: 1, index: 0 }, 1)).toBeNull();
    expect(stepFrom(draft, { day: 0, index: 0 }, -1)).toBeNull();
  });

  it("leaves its superset behind when the day changes", () => {
    const paired = [day("push", one(1, 1), one(2, 1), one(3)), day("pull", one(4))];

    const after = moved(paired, { day: 0, index: 0 }, { day: 1, index: 1 });

    expect(groups(after)).toEqual([null, null]);
    expect(after[1]?.exercises[1]?.superset).toBeNull();
  });
});

describe("numbers of an exercise", () => {
  it("stay within what a plan may ask for", () => {
    const draft = [day("push", one(1))];

    const after = changed(draft, { day: 0, index: 0 }, { sets: 99, repMin: 20 });

    expect(after[0]?.exercises[0]).toMatchObject({ sets: 15, repMin: 20, repMax: 20 });
  });
});

describe("supersets", () => {
  const draft = [day("push", one(1), one(2), one(3))];

  it("join an exercise with the next one", () => {
    const after = linked(draft, { day: 0, index: 0 }, true);

    expect(groups(after)).toEqual([1, 1, null]);
    expect(isLinked(after[0] as DraftDay, 0)).toBe(true);
    expect(supersetMark(after[0] as DraftDay, 1)).toBe("A2");
  });

  it("can hold three", () => {
    const two = linked(draft, { day: 0, index: 0 }, true);

    expect(groups(linked(two, { day: 0, index: 1 }, true))).toEqual([1, 1, 1]);
  });

  it("join two pairs to one group of four", () => {
    const pairs = [day("push", one(1, 1), one(2, 1), one(3, 2), one(4, 2))];

    expect(groups(linked(pairs, { day: 0, index: 1 }, true))).toEqual([1, 1, 1, 1]);
  });

  it("part again, and nobody is left in a group of one", () => {
    const all = [day("push", one(1, 1), one(2, 1), one(3, 1))];

    expect(groups(linked(all, { day: 0, index: 0 }, false))).toEqual([null, 1, 1]);
    expect(groups(removed(linked(draft, { day: 0, index: 0 }, true), first))).toEqual([
      null,
      null,
    ]);
  });
  const first = { day: 0, index: 0 };

  it("end where another exercise comes between", () => {
    const pair = [day("push", one(1, 1), one(2, 1), one(3))];

    expect(groups(moved(pair, { day: 0, index: 2 }, { day: 0, index: 1 }))).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("what is sent", () => {
  const draft = [day("push", one(1)), day("pull", one(2))];

  it("are the days that changed", () => {
    const after = added(draft, 1, one(3));

    expect(changedDays(draft, after)).toEqual(["pull"]);
    expect(changedDays(draft, draft)).toEqual([]);
  });

  it("goes first where sets are taken away", () => {
    const after = moved(draft, { day: 1, index: 0 }, { day: 0, index: 1 });

    expect(inSavingOrder(draft, after).map((each) => each.id)).toEqual([
      "pull",
      "push",
    ]);
    expect(inSavingOrder(draft, draft)).toEqual([]);
  });

  it("leaves out what only the screen needs", () => {
    expect(exerciseBody(one(1))).not.toHaveProperty("key");
  });
});

it("puts days in the order of a week that starts on a Thursday", () => {
  const week = [
    { ...day("push"), weekday: 0 },
    { ...day("pull"), weekday: 3 },
  ];

  expect(inWeekOrder(week, 3).map((each) => each.name)).toEqual(["pull", "push"]);
});

describe("bringing back what was removed", () => {
  const before = [day("push", one(1), one(2, 1), one(3, 1)), day("pull", one(4))];
  const at = { day: 0, index: 1 };

  it("puts it where it was and keeps what was edited since", () => {
    const edited = changed(removed(before, at), { day: 0, index: 1 }, { sets: 5 });
    const back = returned(edited, before, at);
    expect(ids(back)).toEqual([[1, 2, 3], [4]]);
    expect(back[0]?.exercises[2]?.sets).toBe(5);
  });

  it("finds its day where days have moved", () => {
    const [push, pull] = removed(before, at);
    const swapped = push && pull ? [pull, push] : [];
    expect(ids(returned(swapped, before, at))).toEqual([[4], [1, 2, 3]]);
  });

  it("changes nothing where its day is gone", () => {
    const left = removed(before, at).slice(1);
    expect(returned(left, before, at)).toBe(left);
  });
});
