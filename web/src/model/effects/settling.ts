import type { ExerciseArgs, Mutation, PreferenceArgs } from "../mutations.ts";
import type { Preferences } from "../rows.ts";
import type { Bag } from "./bag.ts";

/** What holds for a lifter of whom nothing has been pulled yet. */
export const FIRST_PREFERENCES: Preferences = {
  kind: "preferences",
  weightUnit: "kg",
  experience: "intermediate",
  weekStart: 0,
  language: "en",
  progressionType: "double",
  rirFloor: 0,
  allowThreeSets: false,
  strictGate: false,
  sessionMinutes: null,
  bodyWeightKg: null,
  timezone: "UTC",
  revision: 0,
};

export function savePreferences(bag: Bag, { args }: Mutation<"savePreferences">): void {
  const before = bag.get("preferences", "preferences") ?? FIRST_PREFERENCES;
  const given = Object.entries(args).filter(
    ([name, value]) =>
      value !== undefined && name !== ("fullName" satisfies keyof PreferenceArgs),
  );
  bag.put({ ...before, ...(Object.fromEntries(given) as Partial<Preferences>) });
}

export function saveLandmark(bag: Bag, { args }: Mutation<"saveLandmark">): void {
  bag.put({ kind: "landmark", ...args, revision: 0 });
}

export function resetLandmark(bag: Bag, { args }: Mutation<"resetLandmark">): void {
  bag.remove({ kind: "landmark", key: args.muscle });
}

export function saveExercise(bag: Bag, { args }: Mutation<"saveExercise">): void {
  bag.put({ ...usual(args), kind: "exercise", isRetired: false, revision: 0 });
}

export function deleteExercise(bag: Bag, { args }: Mutation<"deleteExercise">): void {
  bag.edit("exercise", String(args.id), (one) => ({ ...one, isRetired: true }));
}

function usual(args: ExerciseArgs) {
  return {
    id: args.id,
    name: args.name,
    description: args.description ?? null,
    muscleGroup: args.muscleGroup,
    exerciseType: args.exerciseType,
    equipment: args.equipment,
    movementPattern: args.movementPattern,
    loadKind: args.loadKind ?? "external",
    bodyWeightFactor: args.bodyWeightFactor ?? 0,
    perSide: args.perSide ?? false,
    unilateral: args.unilateral ?? false,
    repMin: args.repMin ?? 8,
    repMax: args.repMax ?? 12,
    isCompound: args.isCompound ?? false,
    trapsLifter: args.trapsLifter ?? false,
    isTimed: args.isTimed ?? false,
    muscles: Object.entries(args.muscles).map(([muscle, contribution]) => ({
      muscle,
      contribution,
    })),
  };
}
