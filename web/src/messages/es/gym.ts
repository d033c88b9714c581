/** What the first screen says about a workout, too. */
export const gym = {
  "workout.bodyWeightOnly": "Peso corporal",
  "workout.bodyWeightPlus": "+{load}",
  "workout.setsByReps": "{sets} × {reps}",
  "workout.loadByReps": "{load} × {reps}",
  "workout.rir": "{n} RIR",
  "workout.setsOnly": { one: "{n} serie", other: "{n} series" },
  "workout.set": "Serie {n}",
  "workout.warmUp": "Calentamiento {n}",
  "workout.setDeleted": "Serie eliminada.",
  "workout.platesShort": "Tus discos suman {load}, no {wanted}.",
  "workout.exerciseRemoved": "Fuera de este entreno.",
  "workout.discarded": "Entreno descartado.",
  "workout.noLoad": "Busca la carga",
} as const;
