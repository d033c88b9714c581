/** The days that somebody looks at, and those to compare them with. */

import { daysBetween, daysLater, mondayOf, yearsLater } from "./days.ts";

export interface Range {
  readonly from: string;
  readonly to: string;
}

export const PRESETS = ["week", "month", "quarter", "halfYear", "year", "all"] as const;
export type Preset = (typeof PRESETS)[number];

const WEEKS: Readonly<Record<Exclude<Preset, "all">, number>> = {
  week: 1,
  month: 4,
  quarter: 13,
  halfYear: 26,
  year: 52,
};

/** The most days that the server answers for at once: ten years. */
export const LONGEST_DAYS = 3650;

/** Before it nobody has a log: the first day that the server takes. */
export const FIRST_DAY = "1970-01-01";

/** Return whole ISO weeks that end with the week of today; `first` is the oldest day. */
export function rangeOf(preset: Preset, today: string, first: string): Range {
  const to = daysLater(mondayOf(today), 6);
  if (preset === "all") return { from: mondayOf(first < today ? first : today), to };
  return { from: daysLater(to, 1 - 7 * WEEKS[preset]), to };
}

/** Return the range of the same length just before. */
export function rangeBefore({ from, to }: Range): Range {
  const days = daysBetween(from, to) + 1;
  return { from: daysLater(from, -days), to: daysLater(to, -days) };
}

/** Return the same days a year earlier. */
export function yearBefore({ from, to }: Range): Range {
  return { from: yearsLater(from, -1), to: yearsLater(to, -1) };
}

/** Return whether two days are a range: in their order, and at most ten years. */
export function isRange({ from, to }: Range): boolean {
  const isOrdered = isDay(from) && isDay(to) && from <= to;
  return isOrdered && daysBetween(from, to) <= LONGEST_DAYS;
}

/** Return how much higher or lower a number is than before, in per cent. */
export function percentChange(now: number, before: number): number | null {
  return before > 0 ? Math.round(((now - before) / before) * 100) : null;
}

function isDay(day: string): boolean {
  const looksLikeOne = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
  // 31 February parses, but as a day of March.
  return looksLikeOne && daysLater(day, 0) === day && day >= FIRST_DAY;
}
