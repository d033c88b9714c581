/** Numbers, days and times as a language writes them; BCP 47 tags, ISO 8601 dates. */

import type { WeightUnit } from "./rows.ts";

const numbers = new Map<string, Intl.NumberFormat>();
const days = new Map<string, Intl.DateTimeFormat>();
const HOUR = 3600;
const MINUTE = 60;
const DAY_MS = 86_400_000;

/** Return a number with at most `decimals` places: "82.5", "1,234". */
export function formatNumber(value: number, language: string, decimals = 2): string {
  return numberFormat(language, { maximumFractionDigits: decimals }).format(value);
}

/** Return a number with its sign: "+2.5", "−1", "0". */
export function formatSigned(value: number, language: string, decimals = 2): string {
  return numberFormat(language, {
    maximumFractionDigits: decimals,
    signDisplay: "exceptZero",
  }).format(value);
}

/** Return a share of 1 in per cent: "64 %". */
export function formatPercent(share: number, language: string, decimals = 0): string {
  return numberFormat(language, {
    style: "percent",
    maximumFractionDigits: decimals,
  }).format(share);
}

/** Return a weight of some unit: "82.5 kg", "135 lb". */
export function formatWeight(
  weight: number,
  unit: WeightUnit,
  language: string,
  decimals = 2,
): string {
  return numberFormat(language, {
    style: "unit",
    unit: unit === "kg" ? "kilogram" : "pound",
    unitDisplay: "short",
    maximumFractionDigits: decimals,
  }).format(weight);
}

/** Return seconds in words, to the minute from a minute on: "45 sec", "1 hr 5 min". */
export function formatDuration(seconds: number, language: string): string {
  const all = Math.max(0, Math.round(seconds));
  if (all < MINUTE) return inUnit(all, "second", language);
  const minutes = Math.round(all / MINUTE);
  const hours = Math.floor((minutes * MINUTE) / HOUR);
  const rest = minutes - (hours * HOUR) / MINUTE;
  if (hours === 0) return inUnit(minutes, "minute", language);
  const first = inUnit(hours, "hour", language);
  return rest === 0 ? first : `${first} ${inUnit(rest, "minute", language)}`;
}

const DAY_STYLES = {
  /** "3 Mar" */
  short: { day: "numeric", month: "short" },
  /** "3 March 2026" */
  long: { day: "numeric", month: "long", year: "numeric" },
  /** "Tue, 3 Mar" */
  weekday: { weekday: "short", day: "numeric", month: "short" },
  /** "Tuesday 3 March" */
  full: { weekday: "long", day: "numeric", month: "long" },
  /** "Tuesday" */
  name: { weekday: "long" },
  /** "Tue" */
  letters: { weekday: "short" },
  /** "March 2026" */
  month: { month: "long", year: "numeric" },
  /** "Mar" */
  monthName: { month: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof DAY_STYLES;

/** Return an ISO date ("2026-03-03") in words; it is no moment, so it has no zone. */
export function formatDay(
  day: string,
  language: string,
  style: DayStyle = "short",
): string {
  const format = dayFormat(language, { ...DAY_STYLES[style], timeZone: "UTC" });
  return format.format(Date.parse(day));
}

/** Return two ISO dates as one range: "3 – 9 Mar". */
export function formatDays(from: string, to: string, language: string): string {
  const format = dayFormat(language, { ...DAY_STYLES.short, timeZone: "UTC" });
  return format.formatRange(Date.parse(from), Date.parse(to));
}

/** Return the clock time of a moment in a time zone: "18:30". */
export function formatTime(moment: string, language: string, zone: string): string {
  const format = dayFormat(language, { timeStyle: "short", timeZone: zone });
  return format.format(Date.parse(moment));
}

/** Return the day and clock time of a moment in a time zone. */
export function formatMoment(moment: string, language: string, zone: string): string {
  const format = dayFormat(language, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  });
  return format.format(Date.parse(moment));
}

/** Return how far a day is from today: "yesterday", "in 3 days", "2 weeks ago". */
export function formatRelativeDay(
  day: string,
  today: string,
  language: string,
): string {
  const away = Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const size = Math.abs(away);
  if (size < 14) return format.format(away, "day");
  if (size < 61) return format.format(Math.trunc(away / 7), "week");
  const months = monthsBetween(today, day);
  if (Math.abs(months) < 24) return format.format(months, "month");
  return format.format(Math.trunc(months / 12), "year");
}

/** Return the whole months from one ISO date to another, below 0 when it is earlier. */
function monthsBetween(from: string, to: string): number {
  if (to < from) return -monthsBetween(to, from);
  const [year = 0, month = 0, date = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDate = 0] = to.split("-").map(Number);
  return (toYear - year) * 12 + toMonth - month - (toDate < date ? 1 : 0);
}

/** Return how long ago a moment was: "now", "5 minutes ago", "3 hours ago". */
export function formatAgo(moment: string, now: Date, language: string): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(moment)) / 1000);
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (seconds < MINUTE) return format.format(0, "second");
  if (seconds < HOUR) return format.format(-Math.floor(seconds / MINUTE), "minute");
  if (seconds < 24 * HOUR) return format.format(-Math.floor(seconds / HOUR), "hour");
  return format.format(-Math.floor(seconds / (24 * HOUR)), "day");
}

/** Return texts as one enumeration: "Push, Pull and Legs". */
export function formatList(texts: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(texts);
}

function inUnit(
  value: number,
  unit: "second" | "minute" | "hour",
  language: string,
): string {
  const options = { style: "unit", unit, unitDisplay: "short" } as const;
  return numberFormat(language, options).format(value);
}

/** Making a format takes a hundred times as long as using it. */
function numberFormat(
  language: string,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const found = numbers.get(key) ?? new Intl.NumberFormat(language, options);
  numbers.set(key, found);
  return found;
}

function dayFormat(
  language: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const found = days.get(key) ?? new Intl.DateTimeFormat(language, options);
  days.set(key, found);
  return found;
}
