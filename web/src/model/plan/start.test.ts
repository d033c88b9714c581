import { describe, expect, it, test } from "vitest";
import type { Draft, DraftExercise } from "./draft.ts";
import {
  type Source,
  type Wishes,
  fromStart,
  replacedIn,
  shifted,
  startBody,
  usualWeekdays,
  weekdayOf,
  withReplacements,
} from "./start.ts";

const one = (exerciseId: number): DraftExercise => ({
  key: String(exerciseId),
  exerciseId,
  sets: 3,
  repMin: 8,
  repMax: 12,
  superset: null,
  notes: null,
});
const draft: Draft = [
  { id: "a", name: "Push", weekday: 0, exercises: [one(1), one(2)] },
  { id: "b", name: "Pull", weekday: 3, exercises: [one(3), one(1)] },
];
const wishes: Wishes = {
  id: "new",
  name: "Spring",
  startDate: "2026-03-05",
  weeks: 5,
  weekdays: [0, 3],
  emphasis: { chest: "emphasize" },
};
const source: Source = { kind: "template", templateId: "t", draft };

describe("starting a block", () => {
  it("names the template, with its days in the order in which they come", () => {
    expect(startBody(source, draft, wishes)).toEqual({
      id: "new",
      name: "Spring",
      startDate: "2026-03-05",
      durationWeeks: 5,
      emphasis: { chest: "emphasize" },
      templateId: "t",
      weekdays: [3, 0],
      replacements: [],
    });
  });

  it("says which exercises take the place of others", () => {
    const after = withReplacements(
      draft,
      new Map([
        [1, 9],
        [2, null],
      ]),
    );

    const body = startBody(
      { kind: "block", mesocycleId: "old", week: 3, draft },
      after,
      wishes,
    );

    expect(body).toMatchObject({
      parentMesocycleId: "old",
      week: 3,
      replacements: [{ exerciseId: 1, newExerciseId: 9 }],
    });
    expect(body).not.toHaveProperty("workouts");
  });

  it("says after which workouts those of a changed plan are made", () => {
    const [first, second] = draft;
    const after = [{ ...first, like: "old", exercises: [one(1)] }, second] as Draft;

    const body = startBody({ kind: "hand", draft }, after, wishes);

    expect(body.workouts?.map((workout) => workout.like)).toEqual(["old", undefined]);
  });

  it("sends the whole plan when more than that was changed", () => {
    const [first, second] = draft;
    const fewer = [{ ...first, exercises: [one(1)] }, second] as Draft;

    const body = startBody(source, fewer, wishes);

    expect(body).not.toHaveProperty("templateId");
    expect(body.workouts?.map((day) => [day.name, day.weekday])).toEqual([
      ["Push", 3],
      ["Pull", 0],
    ]);
    expect(body.workouts?.[0]?.exercises[0]).not.toHaveProperty("key");
  });

  it("sends the whole plan when a workout is called otherwise", () => {
    const after = draft.map((day) => ({ ...day, name: `${day.name} 1` }));

    const body = startBody(source, after, { ...wishes, description: "In short" });

    expect(body).not.toHaveProperty("templateId");
    expect(body.description).toBe("In short");
    expect(body.workouts?.map((day) => day.name)).toEqual(["Push 1", "Pull 1"]);
  });

  it("sends a plan that was made by hand", () => {
    expect(startBody({ kind: "hand", draft }, draft, wishes).workouts).toHaveLength(2);
  });
});

describe("replacing", () => {
  const [first, second] = draft;

  it("is more than that when one exercise becomes two others", () => {
    const after = [{ ...first, exercises: [one(9), one(2)] }, second] as Draft;

    expect(replacedIn(draft, after)).toBeNull();
  });

  it("is more than that when a number changes", () => {
    const more = [{ ...first, exercises: [{ ...one(1), sets: 4 }, one(2)] }, second];

    expect(replacedIn(draft, more as Draft)).toBeNull();
    expect(replacedIn(draft, [...draft].slice(1))).toBeNull();
  });
});

test.each([
  ["2026-03-02", 0],
  ["2026-03-05", 3],
  ["2026-03-08", 6],
])("%s is weekday %i", (date, weekday) => {
  expect(weekdayOf(date)).toBe(weekday);
});

test("weekdays come in their order from the start on", () => {
  expect(fromStart([0, 2, 4], 3)).toEqual([4, 0, 2]);
});

test("a plan can begin today, whatever weekday that is", () => {
  expect(shifted([0, 2, 4], 5)).toEqual([5, 0, 2]);
  expect(shifted([1, 3], 0)).toEqual([0, 2]);
  expect(shifted([], 5)).toEqual([]);
});

test("usual weekdays are as many as the workouts", () => {
  for (let count = 1; count <= 7; count += 1) {
    expect(new Set(usualWeekdays(count)).size).toBe(count);
  }
});
