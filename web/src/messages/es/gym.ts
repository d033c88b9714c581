/** What the first screen says about a workout, too. */
export const gym = {
  "workout.bodyWeightOnly": "Peso corporal",
  "workout.bodyWeightPlus": "+{load}",
  "workout.setsByReps": "{sets} × {reps}",
  "workout.rir": "{n} RIR",
  "workout.setsOnly": { one: "{n} serie", other: "{n} series" },
} as const;
