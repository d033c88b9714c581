/** What the first screen says about a workout, too. */
export const gym = {
  "workout.bodyWeightOnly": "Körpergewicht",
  "workout.bodyWeightPlus": "+{load}",
  "workout.setsByReps": "{sets} × {reps}",
  "workout.rir": "{n} RIR",
  "workout.setsOnly": { one: "{n} Satz", other: "{n} Sätze" },
} as const;
