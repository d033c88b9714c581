/** An exercise of one's own while it is typed, and what is wrong with it. */

import type { Exercise } from "../catalogue.ts";
import { GROUP_OF, isMuscle } from "../muscles.ts";
import type { ExerciseArgs } from "../mutations.ts";

export const EXERCISE_TYPES = ["freeweight", "machine", "cable", "bodyweight"] as const;
export const EQUIPMENT = [
  "barbell",
  "ez_bar",
  "trap_bar",
  "smith",
  "dumbbell",
  "kettlebell",
  "plate_machine",
  "stack",
  "cable",
  "bodyweight",
  "band",
  "other",
] as const;
export const PATTERNS = [
  "horizontal_press",
  "incline_press",
  "decline_press",
  "vertical_press",
  "dip",
  "fly",
  "row",
  "upright_row",
  "pulldown",
  "pullover",
  "squat",
  "leg_press",
  "lunge",
  "hinge",
  "deadlift",
  "hip_extension",
  "hip_abduction",
  "hip_adduction",
  "knee_extension",
  "knee_flexion",
  "back_extension",
  "calf_raise",
  "curl",
  "triceps_extension",
  "lateral_raise",
  "rear_delt_raise",
  "front_raise",
  "shrug",
  "core",
  "carry",
  "forearm",
  "conditioning",
] as const;
export const LOAD_KINDS = [
  "external",
  "bodyweight",
  "bodyweight_plus",
  "assisted",
] as const;

const LONGEST_NAME = 255;
const LONGEST_NOTE = 20_000;
const MOST_REPS = 100;

const TYPE_OF: Readonly<Record<string, (typeof EXERCISE_TYPES)[number]>> = {
  smith: "machine",
  plate_machine: "machine",
  stack: "machine",
  cable: "cable",
  bodyweight: "bodyweight",
};

/** What is typed; reps and the share of the body are as typed, null when not a number. */
export interface ExerciseDraft {
  name: string;
  description: string;
  equipment: string;
  movementPattern: string;
  muscles: Record<string, number>;
  loadKind: string;
  bodyWeightPercent: number | null;
  perSide: boolean;
  unilateral: boolean;
  repMin: number | null;
  repMax: number | null;
  isCompound: boolean;
  trapsLifter: boolean;
  isTimed: boolean;
}

/** A field that is wrong; `rule` names the message that says why. */
export interface Complaint {
  readonly field: keyof ExerciseDraft;
  readonly rule:
    | "nameEmpty"
    | "nameLong"
    | "nameControl"
    | "nameTaken"
    | "noteLong"
    | "noMuscle"
    | "reps"
    | "bodyWeight";
}

export function emptyDraft(name = ""): ExerciseDraft {
  return {
    name,
    description: "",
    equipment: "barbell",
    movementPattern: "horizontal_press",
    muscles: {},
    loadKind: "external",
    bodyWeightPercent: 100,
    perSide: false,
    unilateral: false,
    repMin: 8,
    repMax: 15,
    isCompound: false,
    trapsLifter: false,
    isTimed: false,
  };
}

export function draftOf(exercise: Exercise): ExerciseDraft {
  const isExternal = exercise.loadKind === "external";
  return {
    name: exercise.name,
    description: exercise.description ?? "",
    equipment: exercise.equipment,
    movementPattern: exercise.movementPattern,
    muscles: groupFirst(exercise),
    loadKind: exercise.loadKind,
    bodyWeightPercent: isExternal ? 100 : Math.round(exercise.bodyWeightFactor * 100),
    perSide: exercise.perSide,
    unilateral: exercise.unilateral,
    repMin: exercise.repMin,
    repMax: exercise.repMax,
    isCompound: exercise.isCompound,
    trapsLifter: exercise.trapsLifter,
    isTimed: exercise.isTimed,
  };
}

/** Return what the server would refuse, each with its field; nothing when it is right. */
export function complaintsAbout(
  draft: ExerciseDraft,
  isTaken: (name: string) => boolean,
): Complaint[] {
  const name = draft.name.trim();
  const found: Complaint[] = [];
  const check = (isWrong: boolean, complaint: Complaint) => {
    if (isWrong && !found.some((one) => one.field === complaint.field)) {
      found.push(complaint);
    }
  };
  check(name === "", { field: "name", rule: "nameEmpty" });
  check(name.length > LONGEST_NAME, { field: "name", rule: "nameLong" });
  check(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(name), {
    field: "name",
    rule: "nameControl",
  });
  check(isTaken(name), { field: "name", rule: "nameTaken" });
  check(draft.description.length > LONGEST_NOTE, {
    field: "description",
    rule: "noteLong",
  });
  check(!Object.values(draft.muscles).includes(1), {
    field: "muscles",
    rule: "noMuscle",
  });
  const [least, most] = [draft.repMin ?? 0, draft.repMax ?? 0];
  const isRange = Number.isInteger(least) && Number.isInteger(most) && least >= 1;
  check(!(isRange && least <= most && most <= MOST_REPS), {
    field: "repMin",
    rule: "reps",
  });
  const percent = draft.bodyWeightPercent ?? 0;
  check(draft.loadKind !== "external" && !(percent > 0 && percent <= 100), {
    field: "bodyWeightPercent",
    rule: "bodyWeight",
  });
  return found;
}

/** Return a draft without complaints as it is saved. */
export function draftToArgs(draft: ExerciseDraft, id: number): ExerciseArgs {
  const isExternal = draft.loadKind === "external";
  return {
    id,
    name: draft.name.trim(),
    description: draft.description.trim() || null,
    muscleGroup: groupOf(draft.muscles),
    exerciseType: TYPE_OF[draft.equipment] ?? "freeweight",
    equipment: draft.equipment,
    movementPattern: draft.movementPattern,
    muscles: Object.fromEntries(Object.entries(draft.muscles).filter(([, n]) => n > 0)),
    loadKind: draft.loadKind,
    bodyWeightFactor: isExternal ? 0 : (draft.bodyWeightPercent ?? 0) / 100,
    perSide: draft.perSide,
    unilateral: draft.unilateral,
    repMin: draft.repMin ?? 8,
    repMax: draft.repMax ?? 15,
    isCompound: draft.isCompound,
    trapsLifter: draft.trapsLifter,
    isTimed: draft.isTimed,
  };
}

/** Return an exercise of one's own as it is saved, just as it is. */
export function ownExerciseArgs(exercise: Exercise): ExerciseArgs {
  return draftToArgs(draftOf(exercise), exercise.id);
}

/** Return the group of the muscle that was first said to be trained directly. */
function groupOf(muscles: Readonly<Record<string, number>>): string {
  const direct = Object.keys(muscles).find((muscle) => muscles[muscle] === 1);
  return direct && isMuscle(direct) ? GROUP_OF[direct] : "chest";
}

function groupFirst(exercise: Exercise): Record<string, number> {
  const isOther = (muscle: string) =>
    Number(!isMuscle(muscle) || GROUP_OF[muscle] !== exercise.muscleGroup);
  return Object.fromEntries(
    Object.entries(exercise.muscles).sort(([a], [b]) => isOther(a) - isOther(b)),
  );
}
