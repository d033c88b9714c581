/** Builders for tests of the past. */

import type { Exercise } from "../catalogue.ts";
import type { LoggedSet, WorkoutLog } from "../rows.ts";

export function aLift(id: number, some: Partial<Exercise> = {}): Exercise {
  return {
    id,
    name: `Exercise ${String(id)}`,
    aliases: [],
    description: null,
    muscleGroup: "chest",
    exerciseType: "freeweight",
    equipment: "barbell",
    movementPattern: "horizontal_press",
    loadKind: "external",
    bodyWeightFactor: 0,
    perSide: false,
    unilateral: false,
    repMin: 8,
    repMax: 12,
    isCompound: true,
    trapsLifter: false,
    isTimed: false,
    skillLevel: 1,
    joints: [],
    isSystem: true,
    isRetired: false,
    muscles: { chest: 1, triceps: 0.5 },
    ...some,
  };
}

let lastId = 0;

export function aSet(some: Partial<LoggedSet> = {}): LoggedSet {
  lastId += 1;
  return {
    id: lastId,
    exerciseId: 1,
    setNumber: 1,
    performedAt: "2026-03-02T18:00:00Z",
    reps: 10,
    weight: 100,
    weightUnit: "kg",
    setType: "working",
    rir: 2,
    loadKind: null,
    seconds: null,
    distanceM: null,
    flag: null,
    note: null,
    editedAt: null,
    ...some,
  };
}

export function aLog(
  localDate: string,
  sets: readonly LoggedSet[] = [],
  some: Partial<WorkoutLog> = {},
): WorkoutLog {
  return {
    kind: "workoutLog",
    id: `log-${localDate}`,
    workoutInstanceId: null,
    workoutId: null,
    mesocycleId: null,
    weekNumber: null,
    name: "Push",
    performedAt: `${localDate}T18:00:00Z`,
    localDate,
    status: "completed",
    startedAt: `${localDate}T18:00:00Z`,
    completedAt: `${localDate}T19:00:00Z`,
    isDeload: false,
    bodyWeightKg: null,
    notes: null,
    editedAt: null,
    source: "app",
    revision: 1,
    sets,
    feedback: [],
    muscleFeedback: [],
    exerciseFeedback: [],
    decisions: [],
    ...some,
  };
}

export function liftsById(
  ...lifts: readonly Exercise[]
): ReadonlyMap<number, Exercise> {
  return new Map(lifts.map((lift) => [lift.id, lift]));
}
