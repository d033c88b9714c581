/** What the first screen says about a workout, too. */
export const gym = {
  "workout.bodyWeightOnly": "Poids du corps",
  "workout.bodyWeightPlus": "+{load}",
  "workout.setsByReps": "{sets} × {reps}",
  "workout.loadByReps": "{load} × {reps}",
  "workout.rir": "RIR {n}",
  "workout.setsOnly": { one: "{n} série", other: "{n} séries" },
  "workout.set": "Série {n}",
  "workout.warmUp": "Échauffement {n}",
  "workout.setDeleted": "Série supprimée.",
  "workout.platesShort": "Tes disques font {load}, pas {wanted}.",
  "workout.exerciseRemoved": "Laissé de côté pour cette séance.",
  "workout.discarded": "Séance abandonnée.",
  "workout.noLoad": "Trouve la charge",
} as const;
