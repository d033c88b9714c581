/** What waits on the device, in words. */

import type { Mutation, MutationName } from "./mutations.ts";

/** The key and the parameters of the message that says what was done. */
export interface Words {
  readonly key: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

export interface Names {
  readonly exercise: (id: number) => string;
  readonly muscle: (muscle: string) => string;
  readonly day: (date: string) => string;
  readonly weight: (weight: number, unit: string) => string;
}

/** A change as it lies in the outbox; args of an unknown name may be anything. */
export interface Waiting {
  readonly name: string;
  readonly args: unknown;
}

type Say<N extends MutationName> = (
  args: Mutation<N>["args"],
  names: Names,
) => Words["parameters"];

function exercise(
  args: { readonly exerciseId: number },
  names: Names,
): Words["parameters"] {
  return { exercise: names.exercise(args.exerciseId) };
}

/** The parameters of those messages that name something; the others stand alone. */
const PARAMETERS: { readonly [N in MutationName]?: Say<N> } = {
  saveSet: (args, names) => ({
    exercise: names.exercise(args.exerciseId),
    weight: names.weight(args.weight, args.weightUnit),
    n: args.reps,
  }),
  saveJointPain: exercise,
  saveNotes: exercise,
  saveMuscleFeedback: (args, names) => ({ muscle: names.muscle(args.muscle) }),
  saveFeedback: (args, names) => ({ muscle: names.muscle(args.muscleGroup) }),
  overrideDecision: (args, names) => ({ muscle: names.muscle(args.muscle) }),
  addExercise: exercise,
  removeExercise: exercise,
  swapExercise: (args, names) => ({
    exercise: names.exercise(args.exerciseId),
    other: names.exercise(args.newExerciseId),
  }),
  moveWorkout: (args, names) => ({ day: names.day(args.scheduledOn) }),
  saveGym: (args) => ({ gym: args.name }),
  saveLandmark: (args, names) => ({ muscle: names.muscle(args.muscle) }),
  resetLandmark: (args, names) => ({ muscle: names.muscle(args.muscle) }),
  saveExercise: (args) => ({ exercise: args.name }),
  deleteExercise: (args, names) => ({ exercise: names.exercise(args.id) }),
};

/** Return what says a change: the message `outbox.did.<name>` with its parameters. */
export function wordsOf(waiting: Waiting, names: Names): Words {
  const say = PARAMETERS[waiting.name as MutationName] as
    ((args: unknown, names: Names) => Words["parameters"]) | undefined;
  return {
    key: `outbox.did.${waiting.name}`,
    parameters: say?.(waiting.args, names) ?? {},
  };
}

/** Where a refused change can be corrected, if there is a screen for it. */
export function placeOf(waiting: Waiting): string | null {
  const args = (waiting.args ?? {}) as Readonly<Record<string, unknown>>;
  const workout = args["workoutLogId"] ?? args["workoutInstanceId"];
  if (waiting.name === "deleteWorkoutLog") return null;
  if (waiting.name === "startWorkout") return `/workout/${String(args["id"])}`;
  if (typeof workout === "string") return `/workout/${workout}`;
  if (waiting.name === "savePreferences") return "/settings";
  if (/Gym$/.test(waiting.name)) return "/settings/equipment";
  if (waiting.name.endsWith("Landmark")) return "/settings/landmarks";
  if (waiting.name === "saveExercise") return `/exercises/${String(args["id"])}`;
  return null;
}
