/** Workouts as they were done, as the server sends them. */

/** A set as it was typed: `weight` is in `weightUnit`. */
export interface LoggedSet {
  readonly id: number;
  readonly exerciseId: number;
  readonly setNumber: number;
  readonly performedAt: string;
  readonly reps: number;
  readonly weight: number;
  readonly weightUnit: string;
  readonly setType: string;
  readonly rir: number | null;
  readonly loadKind: string | null;
  readonly seconds: number | null;
  readonly distanceM: number | null;
  readonly flag: string | null;
  readonly note: string | null;
  readonly editedAt: string | null;
}

/** How a muscle group felt: 0 to 3, or null where it was not asked or answered. */
export interface Feedback {
  readonly muscleGroup: string;
  readonly sorenessLevel: number | null;
  readonly aboutLogId: string | null;
  readonly pumpLevel: number | null;
  readonly challengeLevel: number | null;
  readonly sorenessRecordedAt: string | null;
  readonly performanceRecordedAt: string | null;
}

export interface MuscleFeedback {
  readonly muscle: string;
  readonly sorenessLevel: number | null;
  readonly pumpLevel: number | null;
  readonly challengeLevel: number | null;
  readonly sorenessRecordedAt: string | null;
  readonly performanceRecordedAt: string | null;
}

export interface ExerciseFeedback {
  readonly exerciseId: number;
  readonly jointPain: number | null;
  readonly note: string | null;
  readonly recordedAt: string;
}

/** What was decided for a muscle after a workout, and why. */
export interface Decision {
  readonly muscle: string;
  readonly muscleGroup: string;
  readonly toInstanceId: string | null;
  readonly kind: string;
  readonly gate: string;
  readonly ruleId: string;
  readonly because: string;
  readonly soreness: number | null;
  readonly performance: number | null;
  readonly pump: number | null;
  readonly challenge: number | null;
  readonly jointPain: number | null;
  readonly consecutiveMisses: number;
  readonly deltaRaw: number;
  readonly deltaApplied: number;
  readonly capReason: string | null;
  readonly swap: string | null;
  readonly holdLoad: boolean;
  readonly baseSets: number | null;
  readonly newSets: number | null;
  readonly progression: boolean;
  readonly deload: boolean;
  readonly engineVersion: string;
  readonly decidedAt: string;
  /** What the lifter wanted instead, "hold" or "undo", and since when. */
  readonly override: string | null;
  readonly overriddenAt: string | null;
}

export interface WorkoutLog {
  readonly kind: "workoutLog";
  readonly id: string;
  readonly workoutInstanceId: string | null;
  readonly workoutId: string | null;
  readonly mesocycleId: string | null;
  readonly weekNumber: number | null;
  readonly name: string | null;
  readonly performedAt: string;
  readonly localDate: string;
  readonly status: string;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly isDeload: boolean;
  readonly bodyWeightKg: number | null;
  readonly notes: string | null;
  readonly editedAt: string | null;
  readonly source: string;
  readonly revision: number;
  readonly sets: readonly LoggedSet[];
  readonly feedback: readonly Feedback[];
  readonly muscleFeedback: readonly MuscleFeedback[];
  readonly exerciseFeedback: readonly ExerciseFeedback[];
  readonly decisions: readonly Decision[];
}
