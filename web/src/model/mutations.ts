/** What a lifter can do without a network: names and arguments, as docs/sync.md has them. */

import type { Contribution, WeightUnit } from "./rows.ts";

export interface SetArgs {
  readonly workoutLogId: string;
  readonly id: number;
  readonly exerciseId: number;
  readonly setNumber: number;
  readonly weight: number;
  readonly weightUnit: WeightUnit;
  readonly reps: number;
  readonly rir?: number | null;
  readonly setType?: string;
  readonly loadKind?: string | null;
  readonly seconds?: number | null;
  readonly note?: string | null;
  readonly performedAt?: string | null;
}

export interface AnswerArgs {
  readonly soreness?: number | null;
  readonly pump?: number | null;
  readonly challenge?: number | null;
}

export interface PreferenceArgs {
  readonly fullName?: string | null;
  readonly timezone?: string;
  readonly weightUnit?: WeightUnit;
  readonly experience?: string;
  readonly weekStart?: number;
  readonly language?: string;
  readonly progressionType?: string;
  readonly rirFloor?: number;
  readonly allowThreeSets?: boolean;
  readonly strictGate?: boolean;
  readonly sessionMinutes?: number | null;
  readonly bodyWeightKg?: number | null;
  readonly useReadiness?: boolean;
  /** Null is the usual warm-up, an empty list is none. */
  readonly warmUpPercentages?: readonly number[] | null;
  readonly restHeavySeconds?: number | null;
  readonly restCompoundSeconds?: number | null;
  readonly restIsolationSeconds?: number | null;
  readonly deloadStyle?: string;
  readonly reminderMinute?: number | null;
  readonly gymId?: string | null;
}

export interface ExerciseArgs {
  readonly id: number;
  readonly name: string;
  readonly description?: string | null;
  readonly muscleGroup: string;
  readonly exerciseType: string;
  readonly equipment: string;
  readonly movementPattern: string;
  readonly muscles: Readonly<Record<string, Contribution["contribution"]>>;
  readonly loadKind?: string;
  readonly bodyWeightFactor?: number;
  readonly perSide?: boolean;
  readonly unilateral?: boolean;
  readonly repMin?: number;
  readonly repMax?: number;
  readonly isCompound?: boolean;
  readonly trapsLifter?: boolean;
  readonly isTimed?: boolean;
}

interface OfLog {
  readonly workoutLogId: string;
}
interface OfInstance {
  readonly workoutInstanceId: string;
}
interface OfSet extends OfLog {
  readonly id: number;
}
interface OfSessionExercise extends OfInstance {
  readonly exerciseId: number;
}

/** The arguments of each mutation by its name. */
export interface MutationArgs {
  readonly startWorkout: {
    readonly id: string;
    readonly startedAt: string;
    readonly workoutInstanceId?: string | null;
    readonly name?: string | null;
    readonly bodyWeightKg?: number | null;
  };
  readonly editWorkoutLog: OfLog & {
    readonly name?: string | null;
    readonly notes?: string | null;
    readonly startedAt?: string;
    readonly completedAt?: string | null;
    readonly bodyWeightKg?: number | null;
  };
  readonly deleteWorkoutLog: OfLog;
  readonly finishWorkout: OfLog & { readonly completedAt?: string | null };
  readonly saveSet: SetArgs;
  readonly deleteSet: OfSet;
  readonly confirmSet: OfSet;
  readonly saveFeedback: OfLog & AnswerArgs & { readonly muscleGroup: string };
  readonly saveMuscleFeedback: OfLog & AnswerArgs & { readonly muscle: string };
  readonly saveJointPain: OfLog & {
    readonly exerciseId: number;
    readonly jointPain: number;
  };
  readonly saveNotes: OfLog & {
    readonly exerciseId: number;
    readonly note: string | null;
  };
  readonly overrideDecision: OfLog & {
    readonly muscle: string;
    readonly kind: "hold" | "undo" | "asDecided";
  };
  readonly addExercise: OfSessionExercise & { readonly sets?: number };
  readonly swapExercise: OfSessionExercise & { readonly newExerciseId: number };
  readonly removeExercise: OfSessionExercise;
  readonly reorderExercises: OfInstance & { readonly order: readonly number[] };
  readonly moveWorkout: OfInstance & { readonly scheduledOn: string };
  readonly skipWorkout: OfInstance;
  readonly unskipWorkout: OfInstance;
  readonly answerProposal: { readonly id: string; readonly accept: boolean };
  readonly savePreferences: PreferenceArgs;
  readonly saveGym: {
    readonly id: string;
    readonly name: string;
    readonly equipment: Readonly<Record<string, unknown>>;
  };
  readonly deleteGym: { readonly id: string };
  readonly chooseGym: { readonly workoutId: string; readonly gymId: string | null };
  readonly saveLandmark: {
    readonly muscle: string;
    readonly maintenance: number;
    readonly mev: number;
    readonly target: number;
    readonly mrv: number;
  };
  readonly resetLandmark: { readonly muscle: string };
  readonly saveExercise: ExerciseArgs;
  readonly deleteExercise: { readonly id: number };
}

export type MutationName = keyof MutationArgs;

/** Something that was done on this device, with the moment when it was done. */
export interface Mutation<N extends MutationName = MutationName> {
  readonly id: string;
  readonly name: N;
  readonly args: MutationArgs[N];
  readonly madeAt: string;
}
