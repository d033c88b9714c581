/** The 17 muscles that exercises train, and the 9 groups of them; engine/muscles.py. */

export const MUSCLES = [
  "chest",
  "lats",
  "upper_back",
  "lower_back",
  "traps",
  "quads",
  "hamstrings",
  "glutes",
  "adductors",
  "front_delt",
  "side_delt",
  "rear_delt",
  "biceps",
  "forearms",
  "triceps",
  "calves",
  "abs",
] as const;
export type Muscle = (typeof MUSCLES)[number];

export const GROUPS = [
  "chest",
  "back",
  "legs",
  "shoulders",
  "delts",
  "bis",
  "tris",
  "calfs",
  "abs",
] as const;
export type MuscleGroup = (typeof GROUPS)[number];

export const GROUP_OF: Readonly<Record<Muscle, MuscleGroup>> = {
  chest: "chest",
  lats: "back",
  upper_back: "back",
  lower_back: "back",
  traps: "back",
  quads: "legs",
  hamstrings: "legs",
  glutes: "legs",
  adductors: "legs",
  front_delt: "shoulders",
  side_delt: "delts",
  rear_delt: "delts",
  biceps: "bis",
  forearms: "bis",
  triceps: "tris",
  calves: "calfs",
  abs: "abs",
};

/** Return the muscles of a group, in the order of MUSCLES. */
export function musclesOf(group: MuscleGroup): readonly Muscle[] {
  return MUSCLES.filter((muscle) => GROUP_OF[muscle] === group);
}

/** Tell whether a text names one of the muscles. */
export function isMuscle(text: string): text is Muscle {
  return (MUSCLES as readonly string[]).includes(text);
}

/**
 * Return in which of five steps a value lies: 0 for nothing, 4 for the most.
 *
 * `bounds` are the values from which steps 2, 3 and 4 begin.
 */
export function stepOf(
  value: number,
  bounds: readonly [number, number, number],
): 0 | 1 | 2 | 3 | 4 {
  if (value <= 0) return 0;
  const [second, third, fourth] = bounds;
  if (value < second) return 1;
  if (value < third) return 2;
  return value < fourth ? 3 : 4;
}
