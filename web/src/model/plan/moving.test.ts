import { expect, test } from "vitest";
import type { Mesocycle, WorkoutInstance } from "../rows.ts";
import type { SessionState, Week } from "./grid.ts";
import { movableUntil, moveProblem } from "./moving.ts";

const instance = (id: string, scheduledOn: string): WorkoutInstance => ({
  kind: "workoutInstance",
  id,
  mesocycleId: "block",
  microcycleId: "week",
  workoutId: "push",
  weekNumber: 1,
  position: 1,
  scheduledOn,
  status: "scheduled",
  isDeload: false,
  prescribedAt: null,
  revision: 1,
  prescriptions: [],
});
const block = {
  startDate: "2026-03-02",
  endDate: "2026-03-29",
} as Mesocycle;

function weekWith(...sessions: readonly [WorkoutInstance, SessionState][]): Week {
  return {
    number: 1,
    start: "2026-03-02",
    end: "2026-03-08",
    isDeload: false,
    rir: 3,
    isNow: true,
    sessions: sessions.map(([of, state]) => ({
      instance: of,
      name: of.id,
      state,
      doneSets: 0,
      plannedSets: 0,
    })),
  };
}

const push = instance("push", "2026-03-02");
const weeks = [
  weekWith(
    [push, "planned"],
    [instance("pull", "2026-03-04"), "planned"],
    [instance("legs", "2026-03-06"), "skipped"],
  ),
];

test.each([
  ["2026-03-03", null],
  ["2026-03-02", null],
  ["2026-03-04", "taken"],
  ["2026-03-06", null],
  ["2026-03-01", "outside"],
  ["2026-05-17", null],
  ["2026-05-18", "outside"],
  ["", "outside"],
  ["tomorrow", "outside"],
])("a workout on %o: %s", (day, problem) => {
  expect(moveProblem(block, weeks, push, day)).toBe(problem);
});

test("a workout can be moved to seven weeks after its block", () => {
  expect(movableUntil(block)).toBe("2026-05-17");
});
