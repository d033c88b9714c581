/** Many weeks as months, for what is too long to be drawn week by week. */

import { groupBy } from "./grouping.ts";
import type { WeekTotal } from "./weekly.ts";

/** More weeks than these are drawn by month. */
export const MOST_WEEKS = 60;

/** What is drawn as one: a week, or a month of them. */
export interface Stretch {
  /** The Monday of the week, or the first day of the month. */
  readonly from: string;
  readonly isMonth: boolean;
  readonly volumeKg: number;
  readonly workouts: number;
  readonly sets: number;
  readonly minutes: number;
  readonly isDeload: boolean;
}

/** Return weeks as they are drawn: by themselves, or by the month of their Thursday. */
export function stretchesOf(weeks: readonly WeekTotal[]): Stretch[] {
  if (weeks.length <= MOST_WEEKS) {
    return weeks.map(({ monday, ...week }) => ({
      ...week,
      from: monday,
      isMonth: false,
    }));
  }
  return [...groupBy(weeks, (week) => monthOf(week.monday))].map(([from, all]) => ({
    from,
    isMonth: true,
    volumeKg: sum(all, (week) => week.volumeKg),
    workouts: sum(all, (week) => week.workouts),
    sets: sum(all, (week) => week.sets),
    minutes: sum(all, (week) => week.minutes),
    isDeload: false,
  }));
}

function monthOf(monday: string): string {
  const thursday = new Date(Date.parse(monday) + 3 * 86_400_000).toISOString();
  return `${thursday.slice(0, 7)}-01`;
}

function sum<T>(all: readonly T[], valueOf: (one: T) => number): number {
  return all.reduce((total, one) => total + valueOf(one), 0);
}
