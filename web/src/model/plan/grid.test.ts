import { describe, expect, it, test } from "vitest";
import type {
  LoggedSet,
  Mesocycle,
  Prescription,
  WorkoutInstance,
  WorkoutLog,
} from "../rows.ts";
import { isOpen, progressOf, setRuns, stateOf, weekNow, weeksOf } from "./grid.ts";
import { musclesOf } from "./muscles.ts";

const prescription = (exerciseId: number, targetSets: number | null): Prescription => ({
  exerciseId,
  position: 1,
  targetSets,
  projectedSets: 2,
  targetReps: 10,
  targetRepsMin: 8,
  targetRepsMax: 12,
  targetWeight: 60,
  weightUnit: "kg",
  targetRir: 2,
  superset: null,
  swap: null,
  isRecovery: false,
  because: "",
  ruleId: "",
});

const instance = (id: string, weekNumber: number, on: string): WorkoutInstance => ({
  kind: "workoutInstance",
  id,
  mesocycleId: "block",
  microcycleId: `week ${weekNumber}`,
  workoutId: "push",
  weekNumber,
  position: 1,
  scheduledOn: on,
  status: "scheduled",
  isDeload: weekNumber === 2,
  prescribedAt: null,
  revision: 1,
  prescriptions: [prescription(1, weekNumber === 1 ? 4 : null)],
});

const set = (id: number, setType: string): LoggedSet => ({
  id,
  exerciseId: 1,
  setNumber: id,
  performedAt: "2026-03-02T18:00:00+01:00",
  reps: 10,
  weight: 60,
  weightUnit: "kg",
  setType,
  rir: 2,
  loadKind: null,
  seconds: null,
  distanceM: null,
  flag: null,
  note: null,
  editedAt: null,
});

const log = (id: string, status: string): WorkoutLog => ({
  kind: "workoutLog",
  id,
  workoutInstanceId: id,
  workoutId: "push",
  mesocycleId: "block",
  weekNumber: 1,
  name: "Push",
  performedAt: "2026-03-02T18:00:00+01:00",
  localDate: "2026-03-02",
  status,
  startedAt: null,
  completedAt: null,
  isDeload: false,
  bodyWeightKg: null,
  notes: null,
  editedAt: null,
  source: "app",
  revision: 1,
  sets: [set(1, "warmup"), set(2, "working"), set(3, "working")],
  feedback: [],
  muscleFeedback: [],
  exerciseFeedback: [],
  decisions: [],
});

const block: Mesocycle = {
  kind: "mesocycle",
  id: "block",
  macrocycleId: null,
  orderIndex: null,
  name: "Spring",
  description: null,
  durationWeeks: 2,
  currentWeek: 1,
  status: "active",
  startDate: "2026-03-02",
  endDate: "2026-03-15",
  daysPerWeek: 1,
  completedAt: null,
  endedEarly: false,
  parentMesocycleId: null,
  copiedFromWeek: null,
  revision: 1,
  microcycles: [
    {
      id: "week 2",
      weekNumber: 2,
      startDate: "2026-03-09",
      endDate: "2026-03-15",
      isDeload: true,
      targetRir: 4,
    },
    {
      id: "week 1",
      weekNumber: 1,
      startDate: "2026-03-02",
      endDate: "2026-03-08",
      isDeload: false,
      targetRir: 2,
    },
  ],
  workouts: [
    {
      id: "push",
      name: "Push",
      description: null,
      dayOfWeek: 0,
      positionInWeek: 1,
      workoutExercises: [
        {
          id: "slot",
          exerciseId: 1,
          position: 1,
          targetSets: 4,
          targetRepsMin: 8,
          targetRepsMax: 12,
          targetWeight: null,
          weightUnit: "kg",
          targetRir: null,
          superset: null,
          notes: null,
        },
      ],
    },
  ],
  emphasis: [{ muscle: "chest", emphasis: "emphasize" }],
};
const instances = [
  instance("a", 1, "2026-03-02"),
  instance("b", 2, "2026-03-09"),
] as const;
const logs = new Map([["a", log("a", "completed")]]);

test.each([
  ["scheduled", undefined, "2026-03-02", "today"],
  ["scheduled", undefined, "2026-03-03", "missed"],
  ["scheduled", undefined, "2026-03-01", "planned"],
  ["scheduled", "in_progress", "2026-03-05", "running"],
  ["scheduled", "completed", "2026-03-02", "done"],
  ["completed", undefined, "2026-03-02", "done"],
  ["skipped", undefined, "2026-03-02", "skipped"],
  ["scheduled", "skipped", "2026-03-02", "skipped"],
])("a %s workout with a log that is %s is, on %s, %s", (status, logged, on, state) => {
  const planned = { ...instances[0], status };

  expect(
    stateOf(planned, logged === undefined ? undefined : log("a", logged), on),
  ).toBe(state);
});

describe("the weeks of a block", () => {
  const weeks = weeksOf(block, instances, { logs, today: "2026-03-04" });

  it("come in order, with the sets that were asked for and done", () => {
    expect(weeks.map((week) => [week.number, week.isDeload, week.isNow])).toEqual([
      [1, false, true],
      [2, true, false],
    ]);
    expect(weeks[0]?.sessions[0]).toMatchObject({
      name: "Push",
      state: "done",
      doneSets: 2,
      plannedSets: 4,
    });
  });

  it("say how far the block is and which week is current", () => {
    expect(progressOf(weeks)).toEqual({ done: 1, skipped: 0, all: 2 });
    expect(weekNow(weeks)?.number).toBe(1);
    expect(weeks.flatMap((week) => week.sessions).filter(isOpen)).toHaveLength(1);
  });

  it("go by what is left to do before the block and after it", () => {
    const later = weeksOf(block, instances, { logs, today: "2026-05-01" });
    const over = weeksOf(block, [], { logs, today: "2026-05-01" });

    expect(weekNow(later)?.number).toBe(2);
    expect(weekNow(over)?.number).toBe(2);
  });
});

it("puts sets with the same weight together, and leaves warm-ups out", () => {
  const done = log("a", "completed");
  const heavier = { ...set(4, "working"), weight: 62.5, reps: 8 };

  expect(setRuns({ ...done, sets: [...done.sets, heavier] }, 1)).toEqual([
    { weight: 60, unit: "kg", reps: [10, 10] },
    { weight: 62.5, unit: "kg", reps: [8] },
  ]);
});

it("counts what a block plans and what was done of it, muscle by muscle", () => {
  const lifts = new Map([
    [
      1,
      {
        id: 1,
        name: "Bench Press",
        equipment: "barbell",
        movementPattern: "horizontal_press",
        isCompound: true,
        isRetired: false,
        muscles: { chest: 1, triceps: 0.5 },
      },
    ],
  ]);

  const muscles = musclesOf({
    block,
    instances,
    logs,
    lifts,
    landmarkOf: () => ({ maintenance: 4, mev: 6, target: 14, mrv: 20 }),
  });

  expect(muscles.map((one) => [one.muscle, one.emphasis])).toEqual([
    ["chest", "emphasize"],
    ["triceps", "grow"],
  ]);
  expect(muscles[0]?.bounds.mrv).toBe(12);
  expect(muscles[0]?.weeks).toEqual([
    { week: 1, isDeload: false, planned: 4, fractional: 4, done: 2 },
    { week: 2, isDeload: true, planned: 2, fractional: 2, done: 0 },
  ]);
});
