/** How a deleted workout comes back: by doing again what it was made of. */

import type { MutationArgs, MutationName } from "../mutations.ts";
import type { LoggedSet, WeightUnit, WorkoutLog } from "../rows.ts";

/** A change still to be made, by its name. */
export type Change = {
  readonly [N in MutationName]: { readonly name: N; readonly args: MutationArgs[N] };
}[MutationName];

/** Return the changes that bring a deleted workout back, in their order. */
export function changesToRestore(log: WorkoutLog): Change[] {
  const workoutLogId = log.id;
  const changes: Change[] = [
    {
      name: "startWorkout",
      args: {
        id: log.id,
        startedAt: log.startedAt ?? log.performedAt,
        workoutInstanceId: log.workoutInstanceId,
        name: log.name,
        bodyWeightKg: log.bodyWeightKg,
      },
    },
    ...log.sets.flatMap((set) => changesOfSet(workoutLogId, set)),
    ...answersOf(log),
  ];
  if (log.status === "completed") {
    const completedAt = log.completedAt ?? log.performedAt;
    changes.push({ name: "finishWorkout", args: { workoutLogId, completedAt } });
  }
  if (log.notes) {
    changes.push({ name: "editWorkoutLog", args: { workoutLogId, notes: log.notes } });
  }
  return changes;
}

/** Return a set as it is saved: with the moment at which it was done. */
export function setToArgs(
  workoutLogId: string,
  set: LoggedSet,
): MutationArgs["saveSet"] {
  return {
    workoutLogId,
    id: set.id,
    exerciseId: set.exerciseId,
    setNumber: set.setNumber,
    weight: set.weight,
    weightUnit: set.weightUnit as WeightUnit,
    reps: set.reps,
    rir: set.rir,
    setType: set.setType,
    loadKind: set.loadKind,
    seconds: set.seconds,
    note: set.note,
    performedAt: set.performedAt,
  };
}

function changesOfSet(workoutLogId: string, set: LoggedSet): Change[] {
  const save: Change = { name: "saveSet", args: setToArgs(workoutLogId, set) };
  return set.flag === "confirmed"
    ? [save, { name: "confirmSet", args: { workoutLogId, id: set.id } }]
    : [save];
}

function answersOf(log: WorkoutLog): Change[] {
  const workoutLogId = log.id;
  const levels = (one: {
    readonly sorenessLevel: number | null;
    readonly pumpLevel: number | null;
    readonly challengeLevel: number | null;
  }) => ({
    soreness: one.sorenessLevel,
    pump: one.pumpLevel,
    challenge: one.challengeLevel,
  });
  return [
    ...log.feedback.map((one): Change => ({
      name: "saveFeedback",
      args: { workoutLogId, muscleGroup: one.muscleGroup, ...levels(one) },
    })),
    ...log.muscleFeedback.map((one): Change => ({
      name: "saveMuscleFeedback",
      args: { workoutLogId, muscle: one.muscle, ...levels(one) },
    })),
    ...log.exerciseFeedback.flatMap(({ exerciseId, jointPain, note }): Change[] => [
      ...(jointPain === null
        ? []
        : [
            {
              name: "saveJointPain" as const,
              args: { workoutLogId, exerciseId, jointPain },
            },
          ]),
      ...(note
        ? [{ name: "saveNotes" as const, args: { workoutLogId, exerciseId, note } }]
        : []),
    ]),
  ];
}
