/** Blocks, planned workouts and offered changes, as the server sends them. */

export interface Microcycle {
  readonly id: string;
  readonly weekNumber: number;
  readonly startDate: string;
  readonly endDate: string;
  readonly isDeload: boolean;
  readonly targetRir: number;
}

export interface WorkoutExercise {
  readonly id: string;
  readonly exerciseId: number;
  readonly position: number;
  readonly targetSets: number;
  readonly targetRepsMin: number | null;
  readonly targetRepsMax: number | null;
  readonly targetWeight: number | null;
  readonly weightUnit: string;
  readonly targetRir: number | null;
  readonly superset: number | null;
  readonly notes: string | null;
}

/** A day of a block ("Push"), which comes once in every week. */
export interface Workout {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly dayOfWeek: number | null;
  readonly positionInWeek: number;
  readonly workoutExercises: readonly WorkoutExercise[];
}

export interface Emphasis {
  readonly muscle: string;
  readonly emphasis: string;
}

export interface Mesocycle {
  readonly kind: "mesocycle";
  readonly id: string;
  readonly macrocycleId: string | null;
  readonly orderIndex: number | null;
  readonly name: string;
  readonly description: string | null;
  readonly durationWeeks: number;
  readonly currentWeek: number;
  readonly status: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly daysPerWeek: number;
  readonly completedAt: string | null;
  readonly endedEarly: boolean;
  readonly parentMesocycleId: string | null;
  readonly copiedFromWeek: number | null;
  /** Since when its sets are kept in small; null for most blocks. */
  readonly archivedAt?: string | null;
  readonly revision: number;
  readonly microcycles: readonly Microcycle[];
  readonly workouts: readonly Workout[];
  readonly emphasis: readonly Emphasis[];
}

/** What is asked of an exercise; `targetSets` is null until it is prescribed. */
export interface Prescription {
  readonly exerciseId: number;
  readonly position: number;
  readonly targetSets: number | null;
  readonly projectedSets: number;
  readonly targetReps: number | null;
  readonly targetRepsMin: number;
  readonly targetRepsMax: number;
  readonly targetWeight: number | null;
  readonly weightUnit: string;
  readonly targetRir: number;
  readonly superset: number | null;
  readonly swap: string | null;
  readonly isRecovery: boolean;
  readonly because: string;
  readonly ruleId: string;
}

/** A planned workout on its day. */
export interface WorkoutInstance {
  readonly kind: "workoutInstance";
  readonly id: string;
  readonly mesocycleId: string;
  readonly microcycleId: string;
  readonly workoutId: string;
  readonly weekNumber: number;
  readonly position: number;
  readonly scheduledOn: string;
  readonly status: string;
  readonly isDeload: boolean;
  readonly prescribedAt: string | null;
  readonly revision: number;
  readonly prescriptions: readonly Prescription[];
}

/** A change of the plan that is offered, never made unasked. */
export interface Proposal {
  readonly kind: "proposal";
  readonly id: string;
  readonly workoutLogId: string;
  readonly workoutInstanceId: string;
  readonly exerciseId: number;
  readonly oldSets: number | null;
  readonly newSets: number | null;
  readonly oldWeight: number | null;
  readonly newWeight: number | null;
  readonly weightUnit: string;
  readonly oldReps: number | null;
  readonly newReps: number | null;
  readonly because: string;
  readonly status: string;
  readonly answeredAt: string | null;
  readonly revision: number;
}
