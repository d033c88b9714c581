/** Rows for tests: each with everything that a test does not name. */

import type { Exercise } from "../catalogue.ts";
import type {
  LoggedSet,
  Mesocycle,
  Prescription,
  WorkoutInstance,
  WorkoutLog,
} from "../rows.ts";
import { NO_DRAFT } from "./draft.ts";
import type { Sources } from "./exercises.ts";

let lastId = 0;

export function aSet(some: Partial<LoggedSet> = {}): LoggedSet {
  lastId += 1;
  return {
    id: lastId,
    exerciseId: 1,
    setNumber: 1,
    performedAt: new Date(Date.UTC(2026, 2, 2, 18, 0, lastId)).toISOString(),
    reps: 10,
    weight: 100,
    weightUnit: "kg",
    setType: "working",
    rir: null,
    loadKind: null,
    seconds: null,
    distanceM: null,
    flag: null,
    note: null,
    editedAt: null,
    ...some,
  };
}

export function aLog(some: Partial<WorkoutLog> = {}): WorkoutLog {
  return {
    kind: "workoutLog",
    id: "log",
    workoutInstanceId: null,
    workoutId: null,
    mesocycleId: null,
    weekNumber: null,
    name: null,
    performedAt: "2026-03-02T18:00:00Z",
    localDate: "2026-03-02",
    status: "in_progress",
    startedAt: "2026-03-02T18:00:00Z",
    completedAt: null,
    isDeload: false,
    bodyWeightKg: null,
    notes: null,
    editedAt: null,
    source: "app",
    revision: 1,
    sets: [],
    feedback: [],
    muscleFeedback: [],
    exerciseFeedback: [],
    decisions: [],
    ...some,
  };
}

export function aPrescription(some: Partial<Prescription> = {}): Prescription {
  return {
    exerciseId: 1,
    position: 1,
    targetSets: 3,
    projectedSets: 3,
    targetReps: 10,
    targetRepsMin: 8,
    targetRepsMax: 12,
    targetWeight: 100,
    weightUnit: "kg",
    targetRir: 2,
    superset: null,
    swap: null,
    isRecovery: false,
    because: "",
    ruleId: "load.heavier",
    ...some,
  };
}

export function anInstance(some: Partial<WorkoutInstance> = {}): WorkoutInstance {
  return {
    kind: "workoutInstance",
    id: "log",
    mesocycleId: "block",
    microcycleId: "week",
    workoutId: "push",
    weekNumber: 2,
    position: 1,
    scheduledOn: "2026-03-02",
    status: "scheduled",
    isDeload: false,
    prescribedAt: "2026-03-01T10:00:00Z",
    revision: 1,
    prescriptions: [],
    ...some,
  };
}

export function aBlock(some: Partial<Mesocycle> = {}): Mesocycle {
  return {
    kind: "mesocycle",
    id: "block",
    macrocycleId: null,
    orderIndex: null,
    name: "Spring",
    description: null,
    durationWeeks: 5,
    currentWeek: 2,
    status: "active",
    startDate: "2026-02-23",
    endDate: "2026-03-29",
    daysPerWeek: 3,
    completedAt: null,
    endedEarly: false,
    parentMesocycleId: null,
    copiedFromWeek: null,
    revision: 1,
    microcycles: [],
    workouts: [],
    emphasis: [],
    ...some,
  };
}

export function anExercise(some: Partial<Exercise> = {}): Exercise {
  return {
    id: 1,
    name: "Barbell Bench Press",
    description: null,
    muscleGroup: "chest",
    exerciseType: "freeweight",
    equipment: "barbell",
    movementPattern: "horizontal_press",
    loadKind: "external",
    bodyWeightFactor: 0,
    perSide: false,
    unilateral: false,
    repMin: 5,
    repMax: 12,
    isCompound: true,
    trapsLifter: true,
    isTimed: false,
    skillLevel: 2,
    joints: [],
    isSystem: true,
    isRetired: false,
    muscles: { chest: 1, triceps: 0.5 },
    aliases: [],
    ...some,
  };
}

/** What a workout is put together from: exercises 1, 2 and 3 are for the chest. */
export function sources(some: Partial<Sources> = {}): Sources {
  return {
    log: aLog(),
    instance: null,
    exercises: new Map([1, 2, 3].map((id) => [id, anExercise({ id })])),
    gym: { unit: "kg", bodyWeightKg: 80, equipment: {} },
    draft: NO_DRAFT,
    pastOf: () => null,
    ...some,
  };
}
