/** What a change does to the rows on the device, until the server has answered it. */

import * as answering from "./effects/answering.ts";
import type { Bag, RowRef } from "./effects/bag.ts";
import * as logging from "./effects/logging.ts";
import * as planning from "./effects/planning.ts";
import * as settling from "./effects/settling.ts";
import type { Mutation, MutationArgs, MutationName } from "./mutations.ts";

interface Effect<N extends MutationName> {
  /** The rows that the change may alter. */
  readonly touches: (args: MutationArgs[N]) => readonly RowRef[];
  readonly apply: (bag: Bag, mutation: Mutation<N>) => void;
}

const ofLog = (args: { readonly workoutLogId: string }): RowRef[] => [
  { kind: "workoutLog", key: args.workoutLogId },
];
const ofInstance = (args: { readonly workoutInstanceId: string }): RowRef[] => [
  { kind: "workoutInstance", key: args.workoutInstanceId },
];
const ofBoth = (id: string): RowRef[] => [
  { kind: "workoutLog", key: id },
  { kind: "workoutInstance", key: id },
];
const ofPreferences = (): RowRef[] => [{ kind: "preferences", key: "preferences" }];
const ofMuscle = (args: { readonly muscle: string }): RowRef[] => [
  { kind: "landmark", key: args.muscle },
];
const ofExercise = (args: { readonly id: number }): RowRef[] => [
  { kind: "exercise", key: String(args.id) },
];

export const EFFECTS: { readonly [N in MutationName]: Effect<N> } = {
  startWorkout: { touches: (a) => ofBoth(a.id), apply: logging.startWorkout },
  editWorkoutLog: { touches: ofLog, apply: logging.editWorkoutLog },
  deleteWorkoutLog: {
    touches: (a) => ofBoth(a.workoutLogId),
    apply: logging.deleteWorkoutLog,
  },
  finishWorkout: {
    touches: (a) => ofBoth(a.workoutLogId),
    apply: logging.finishWorkout,
  },
  saveSet: { touches: ofLog, apply: logging.saveSet },
  deleteSet: { touches: ofLog, apply: logging.deleteSet },
  confirmSet: { touches: ofLog, apply: logging.confirmSet },
  saveFeedback: { touches: ofLog, apply: answering.saveFeedback },
  saveMuscleFeedback: { touches: ofLog, apply: answering.saveMuscleFeedback },
  saveJointPain: { touches: ofLog, apply: answering.saveJointPain },
  saveNotes: { touches: ofLog, apply: answering.saveNotes },
  overrideDecision: { touches: ofLog, apply: answering.overrideDecision },
  addExercise: { touches: ofInstance, apply: planning.addExercise },
  swapExercise: { touches: ofInstance, apply: planning.swapExercise },
  removeExercise: { touches: ofInstance, apply: planning.removeExercise },
  reorderExercises: { touches: ofInstance, apply: planning.reorderExercises },
  moveWorkout: { touches: ofInstance, apply: planning.moveWorkout },
  skipWorkout: { touches: ofInstance, apply: planning.skipWorkout },
  unskipWorkout: {
    touches: (a) => ofBoth(a.workoutInstanceId),
    apply: planning.unskipWorkout,
  },
  answerProposal: {
    touches: (a) => [{ kind: "proposal", key: a.id }],
    apply: planning.answerProposal,
  },
  savePreferences: { touches: ofPreferences, apply: settling.savePreferences },
  saveGym: { touches: ofPreferences, apply: settling.saveGym },
  deleteGym: { touches: ofPreferences, apply: settling.deleteGym },
  chooseGym: { touches: ofPreferences, apply: settling.chooseGym },
  saveLandmark: { touches: ofMuscle, apply: settling.saveLandmark },
  resetLandmark: { touches: ofMuscle, apply: settling.resetLandmark },
  saveExercise: { touches: ofExercise, apply: settling.saveExercise },
  deleteExercise: { touches: ofExercise, apply: settling.deleteExercise },
};

/** Return the rows that a change touches. */
export function touchedBy(mutation: Mutation): readonly RowRef[] {
  const effect = EFFECTS[mutation.name] as Effect<MutationName> | undefined;
  return effect ? effect.touches(mutation.args) : [];
}

/** Carry a change out on the rows of a bag. */
export function applyTo(bag: Bag, mutation: Mutation): void {
  const effect = EFFECTS[mutation.name] as Effect<MutationName> | undefined;
  effect?.apply(bag, mutation);
}

/** Return what a change reads to find its way: the zone, the block of a workout. */
export function readBy(mutation: Mutation): readonly RowRef[] {
  const zone: RowRef[] = [{ kind: "preferences", key: "preferences" }];
  return mutation.name === "startWorkout" || mutation.name === "editWorkoutLog"
    ? zone
    : [];
}
