/** Answers about how muscles felt, week by week. */

import { mondayOf } from "./days.ts";
import { groupBy } from "./grouping.ts";

export interface Felt {
  readonly localDate: string;
  readonly muscleGroup: string;
  readonly soreness: number | null;
  readonly pump: number | null;
  readonly challenge: number | null;
}

export const QUESTIONS = ["soreness", "pump", "challenge"] as const;
export type Question = (typeof QUESTIONS)[number];

/** Return the average answers of each week, the earliest first; null without any. */
export function answersByWeek(
  felt: readonly Felt[],
  group: string | null,
): {
  readonly monday: string;
  readonly average: Readonly<Record<Question, number | null>>;
}[] {
  const about = felt.filter((one) => group === null || one.muscleGroup === group);
  return [...groupBy(about, (one) => mondayOf(one.localDate))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([monday, all]) => ({
      monday,
      average: {
        soreness: averageOf(all.map((one) => one.soreness)),
        pump: averageOf(all.map((one) => one.pump)),
        challenge: averageOf(all.map((one) => one.challenge)),
      },
    }));
}

function averageOf(answers: readonly (number | null)[]): number | null {
  const known = answers.filter((answer) => answer !== null);
  if (known.length === 0) return null;
  const sum = known.reduce((total, answer) => total + answer, 0);
  return Math.round((sum / known.length) * 100) / 100;
}
