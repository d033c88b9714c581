import type { ExerciseArgs, Mutation, PreferenceArgs } from "../mutations.ts";
import type { OwnGym, Preferences } from "../rows.ts";
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
  useReadiness: true,
  warmUpPercentages: null,
  restHeavySeconds: null,
  restCompoundSeconds: null,
  restIsolationSeconds: null,
  deloadStyle: "both",
  reminderMinute: null,
  gymId: null,
  gyms: [],
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

export function saveGym(bag: Bag, { args }: Mutation<"saveGym">): void {
  editGyms(bag, (gyms) => {
    const before = gyms.find((one) => one.id === args.id);
    const after = { ...args, workoutIds: before?.workoutIds ?? [] };
    return before
      ? gyms.map((one) => (one === before ? after : one))
      : [...gyms, after];
  });
}

export function deleteGym(bag: Bag, { args }: Mutation<"deleteGym">): void {
  editGyms(bag, (gyms) => gyms.filter((one) => one.id !== args.id));
  const now = bag.get("preferences", "preferences");
  if (now?.gymId === args.id) bag.put({ ...now, gymId: null });
}

export function chooseGym(bag: Bag, { args }: Mutation<"chooseGym">): void {
  editGyms(bag, (gyms) =>
    gyms.map((one) => {
      const others = one.workoutIds.filter((id) => id !== args.workoutId);
      const isHere = one.id === args.gymId;
      return { ...one, workoutIds: isHere ? [...others, args.workoutId] : others };
    }),
  );
}

function editGyms(
  bag: Bag,
  edit: (gyms: readonly OwnGym[]) => readonly OwnGym[],
): void {
  const before = bag.get("preferences", "preferences") ?? FIRST_PREFERENCES;
  // A device may hold a row from before there were gyms.
  bag.put({ ...before, gyms: edit(before.gyms ?? []) });
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
