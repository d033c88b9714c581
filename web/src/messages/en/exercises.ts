export const exercises = {
  "exercises.title": "Exercises",
  "exercises.search": "Search exercises",
  "exercises.onlyFor": "Only for {muscle}",
  "exercises.noneFound": "No exercise fits. Try fewer letters or another filter.",
  "exercises.more": { one: "Show {n} more", other: "Show {n} more" },
} as const;
