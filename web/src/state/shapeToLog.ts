import type { WorkoutLogShape } from "../api/client.ts";
import type { WorkoutLog } from "../model/rows.ts";

/** Return a workout that only the server has, in the shape of those on the device. */
export function shapeToLog(shape: WorkoutLogShape): WorkoutLog {
  const unrecorded = { sorenessRecordedAt: null, performanceRecordedAt: null };
  return {
    kind: "workoutLog",
    id: shape.id,
    workoutInstanceId: shape.workoutInstanceId,
    workoutId: null,
    mesocycleId: shape.mesocycleId,
    weekNumber: shape.weekNumber,
    name: shape.name,
    performedAt: shape.startedAt,
    localDate: shape.localDate,
    status: shape.status,
    startedAt: shape.startedAt,
    completedAt: shape.completedAt,
    isDeload: shape.isDeload,
    bodyWeightKg: shape.bodyWeightKg,
    notes: shape.notes,
    editedAt: null,
    source: shape.source,
    revision: shape.revision,
    sets: shape.sets.map((set) => ({ ...set, editedAt: null })),
    feedback: shape.groupFeedback.map((one) => ({
      muscleGroup: one.muscleGroup,
      sorenessLevel: one.soreness,
      aboutLogId: one.aboutLogId,
      pumpLevel: one.pump,
      challengeLevel: one.challenge,
      ...unrecorded,
    })),
    muscleFeedback: shape.muscleFeedback.map((one) => ({
      muscle: one.muscle,
      sorenessLevel: one.soreness,
      pumpLevel: one.pump,
      challengeLevel: one.challenge,
      ...unrecorded,
    })),
    exerciseFeedback: shape.exerciseFeedback.map((one) => ({
      ...one,
      recordedAt: shape.startedAt,
    })),
    decisions: [],
  };
}
