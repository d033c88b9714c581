import type { OwnExercise } from "./rows.ts";

/** An exercise of the catalogue or of the lifter's own, in one shape. */
export interface Exercise {
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
  /** Whether a set may be a time: planks, hangs, carries. */
  readonly isTimed: boolean;
  readonly skillLevel: number;
  readonly joints: readonly string[];
  readonly isSystem: boolean;
  readonly isRetired: boolean;
  /** What it contributes to each muscle: 1 directly, 0.5 indirectly. */
  readonly muscles: Readonly<Record<string, number>>;
  readonly aliases: readonly string[];
}

/** Return an exercise of one's own in the shape of the catalogue. */
export function ownToExercise(own: OwnExercise): Exercise {
  return {
    ...own,
    skillLevel: 1,
    joints: [],
    isSystem: false,
    muscles: Object.fromEntries(
      own.muscles.map((one) => [one.muscle, one.contribution]),
    ),
    aliases: [],
  };
}

/**
 * Return an exercise of the catalogue as a language calls it.
 *
 * The English name stays one of its other names, so that it is found by both.
 */
export function calledIn(
  names: Readonly<Record<string, string>>,
  exercise: Exercise,
): Exercise {
  const name = names[exercise.id];
  if (name === undefined || !exercise.isSystem) return exercise;
  return { ...exercise, name, aliases: [exercise.name, ...exercise.aliases] };
}
