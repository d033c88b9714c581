/** What the first screen says about a workout, too. */
export const gym = {
  "workout.bodyWeightOnly": "Body weight",
  "workout.bodyWeightPlus": "+{load}",
  "workout.setsByReps": "{sets} × {reps}",
  "workout.loadByReps": "{load} × {reps}",
  "workout.rir": "{n} RIR",
  "workout.setsOnly": { one: "{n} set", other: "{n} sets" },
  "workout.set": "Set {n}",
  "workout.warmUp": "Warm-up {n}",
  "workout.setDeleted": "Set deleted.",
  "workout.platesShort": "Your plates make {load}, not {wanted}.",
  "workout.exerciseRemoved": "Left out of this workout.",
  "workout.discarded": "Workout discarded.",
  "workout.noLoad": "Find the load",
} as const;
