/** Where the days of a year stand in a calendar of weeks. */

import type { AxisLabel } from "./charts.ts";

const DAY_MS = 86_400_000;

export interface Place {
  readonly date: string;
  /** The column, counted in weeks from the first. */
  readonly week: number;
  /** The row: 0 for Monday to 6 for Sunday. */
  readonly weekday: number;
}

/** Return every day from one ISO date to another with its place in the calendar. */
export function placesOf(from: string, to: string): readonly Place[] {
  const start = Date.parse(from);
  const count = Math.round((Date.parse(to) - start) / DAY_MS) + 1;
  const lead = weekdayOf(start);
  return Array.from({ length: Math.max(0, count) }, (_, at) => {
    const ms = start + at * DAY_MS;
    const weekday = weekdayOf(ms);
    return {
      date: new Date(ms).toISOString().slice(0, 10),
      week: Math.floor((at + lead) / 7),
      weekday,
    };
  });
}

/** Return the names of the months over the columns in which they begin. */
export function monthsOf(places: readonly Place[], language: string): AxisLabel[] {
  const name = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" });
  const firsts = places.filter((place) => place.date.endsWith("-01"));
  return firsts.map((place) => ({
    at: place.week + (place.weekday > 0 ? 1 : 0),
    text: name.format(Date.parse(place.date)),
  }));
}

/** Return the short names of Monday to Sunday. */
export function weekdayNames(language: string): readonly string[] {
  const name = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  // 5 January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, at) => name.format((4 + at) * DAY_MS));
}

/** Return a day in words: "12 March 2026". */
export function dayName(date: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return format.format(Date.parse(date));
}

/** Return the day that a key moves to, null for a key that moves nowhere. */
export function dayAfterKey(key: string, at: number, count: number): number | null {
  const wanted: Readonly<Record<string, number>> = {
    ArrowRight: at + 7,
    ArrowLeft: at - 7,
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 28,
    PageUp: at - 28,
    Home: 0,
    End: count - 1,
  };
  const next = wanted[key];
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next));
}

function weekdayOf(ms: number): number {
  return (new Date(ms).getUTCDay() + 6) % 7;
}
