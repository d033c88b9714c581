/** The answers that a workout has, or could have: which muscle groups it trained. */

import type { Exercise } from "../catalogue.ts";
import { GROUP_OF, GROUPS, isMuscle } from "../muscles.ts";
import type { WorkoutLog } from "../rows.ts";

export interface GroupAnswers {
  readonly group: string;
  readonly soreness: number | null;
  readonly challenge: number | null;
  readonly pump: number | null;
}

/** Return the groups that a workout trained directly, or was asked about. */
export function answersOf(
  log: WorkoutLog,
  exercises: ReadonlyMap<number, Pick<Exercise, "muscles">>,
): GroupAnswers[] {
  const trained = new Set<string>(log.feedback.map((one) => one.muscleGroup));
  for (const set of log.sets) {
    const muscles = exercises.get(set.exerciseId)?.muscles ?? {};
    for (const [muscle, share] of Object.entries(muscles)) {
      if (share >= 1 && isMuscle(muscle)) trained.add(GROUP_OF[muscle]);
    }
  }
  return GROUPS.filter((group) => trained.has(group)).map((group) => {
    const found = log.feedback.find((one) => one.muscleGroup === group);
    return {
      group,
      soreness: found?.sorenessLevel ?? null,
      challenge: found?.challengeLevel ?? null,
      pump: found?.pumpLevel ?? null,
    };
  });
}
