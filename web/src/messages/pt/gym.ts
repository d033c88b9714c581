/** What the first screen says about a workout, too. */
export const gym = {
  "workout.bodyWeightOnly": "Peso corporal",
  "workout.bodyWeightPlus": "+{load}",
  "workout.setsByReps": "{sets} × {reps}",
  "workout.loadByReps": "{load} × {reps}",
  "workout.rir": "RIR {n}",
  "workout.setsOnly": { one: "{n} série", other: "{n} séries" },
  "workout.set": "Série {n}",
  "workout.warmUp": "Aquecimento {n}",
  "workout.setDeleted": "Série excluída.",
  "workout.platesShort": "Suas anilhas somam {load}, não {wanted}.",
  "workout.exerciseRemoved": "Deixado de fora deste treino.",
  "workout.discarded": "Treino descartado.",
  "workout.noLoad": "Ache a carga",
} as const;
