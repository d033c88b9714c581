/** The lifter's own exercises and settings, as the server sends them. */

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
  readonly isTimed: boolean;
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

/** A gym: what it has, by kind of equipment, and the days that are trained there. */
export interface OwnGym {
  readonly id: string;
  readonly name: string;
  readonly equipment: Readonly<Record<string, unknown>>;
  readonly workoutIds: readonly string[];
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
  readonly useReadiness: boolean;
  /** Null is the usual warm-up, an empty list is none. */
  readonly warmUpPercentages: readonly number[] | null;
  readonly restHeavySeconds: number | null;
  readonly restCompoundSeconds: number | null;
  readonly restIsolationSeconds: number | null;
  readonly deloadStyle: string;
  /** The minute of the day at which a workout that is due is told of. */
  readonly reminderMinute: number | null;
  /** The gym of every day that has none of its own; null has the usual loads. */
  readonly gymId: string | null;
  readonly gyms: readonly OwnGym[];
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
