/** What the first screen says about a workout, too. */
export const gym = {
  "workout.bodyWeightOnly": "Körpergewicht",
  "workout.bodyWeightPlus": "+{load}",
  "workout.setsByReps": "{sets} × {reps}",
  "workout.loadByReps": "{load} × {reps}",
  "workout.rir": "{n} RIR",
  "workout.setsOnly": { one: "{n} Satz", other: "{n} Sätze" },
  "workout.set": "Satz {n}",
  "workout.warmUp": "Aufwärmen {n}",
  "workout.setDeleted": "Satz gelöscht.",
  "workout.platesShort": "Deine Scheiben ergeben {load}, nicht {wanted}.",
  "workout.exerciseRemoved": "Für dieses Training weggelassen.",
  "workout.discarded": "Training verworfen.",
  "workout.noLoad": "Gewicht finden",
} as const;
