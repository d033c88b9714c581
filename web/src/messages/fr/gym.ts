/** What the first screen says about a workout, too. */
export const gym = {
  "workout.bodyWeightOnly": "Poids du corps",
  "workout.bodyWeightPlus": "+{load}",
  "workout.setsByReps": "{sets} × {reps}",
  "workout.rir": "RIR {n}",
  "workout.setsOnly": { one: "{n} série", other: "{n} séries" },
} as const;
