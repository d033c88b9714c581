/** What the first screen says about a workout, too. */
export const gym = {
  "workout.bodyWeightOnly": "Body weight",
  "workout.bodyWeightPlus": "+{load}",
  "workout.setsByReps": "{sets} × {reps}",
  "workout.rir": "{n} RIR",
  "workout.setsOnly": { one: "{n} set", other: "{n} sets" },
} as const;
