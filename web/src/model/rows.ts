/** The rows of a lifter, as the server sends them and the device keeps them. */

export type WeightUnit = "kg" | "lb";

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

export interface Contribution {
  readonly muscle: string;
  readonly contribution: number;
}

/** An exercise of the lifter's own, as it is synced. */
export interface OwnExercise {
  readonly kind: "exercise";
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly muscleGroup: string;
  readonly exerciseType: string;
  readonly equipment: string;
  readonly movementPattern: string;
  readonly loadKind: string;
  readonly bodyWeightFactor: number;
  readonly perSide: boolean;
  readonly unilateral: boolean;
  readonly repMin: number;
  readonly repMax: number;
  readonly isCompound: boolean;
  readonly trapsLifter: boolean;
  readonly isRetired: boolean;
  readonly revision: number;
  readonly muscles: readonly Contribution[];
}

export interface ExerciseLink {
  readonly kind: "exerciseLink";
  readonly app: string;
  readonly rawName: string;
  readonly exerciseId: number;
  readonly outcome: string;
  readonly score: number;
  readonly revision: number;
}

export interface Preferences {
  readonly kind: "preferences";
  readonly weightUnit: string;
  readonly experience: string;
  readonly weekStart: number;
  readonly language: string;
  readonly progressionType: string;
  readonly rirFloor: number;
  readonly allowThreeSets: boolean;
  readonly strictGate: boolean;
  readonly sessionMinutes: number | null;
  readonly bodyWeightKg: number | null;
  readonly equipment?: unknown;
  readonly timezone: string;
  readonly revision: number;
}

/** The weekly sets of a muscle that the lifter holds for right. */
export interface Landmark {
  readonly kind: "landmark";
  readonly muscle: string;
  readonly maintenance: number;
  readonly mev: number;
  readonly target: number;
  readonly mrv: number;
  readonly revision: number;
}

export interface Deletion {
  readonly kind: "deleted";
  readonly what: string;
  readonly id: string;
  readonly madeAt: string;
  readonly revision: number;
}

/** What lies in the copy; each kind has a table of its own on the device. */
export type Row =
  | Mesocycle
  | WorkoutInstance
  | WorkoutLog
  | Proposal
  | OwnExercise
  | ExerciseLink
  | Preferences
  | Landmark;

export type Kind = Row["kind"];
export type RowOf<K extends Kind> = Extract<Row, { readonly kind: K }>;

/** Return the key under which a row is kept: its id, or what stands for one. */
export function keyOf(row: Row): string {
  switch (row.kind) {
    case "landmark":
      return row.muscle;
    case "preferences":
      return "preferences";
    case "exerciseLink":
      return `${row.app}/${row.rawName}`;
    default:
      return String(row.id);
  }
}
