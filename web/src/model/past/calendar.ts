/** A month as a grid of weeks, and moving about in it by keyboard. */

import { daysLater, monthsLater, weekdayOf } from "./days.ts";

/** Return the weeks that a month touches, each of 7 days from `weekStart` (0 Monday). */
export function monthGrid(day: string, weekStart: number): string[][] {
  const first = monthsLater(day, 0);
  const next = monthsLater(day, 1);
  const weeks: string[][] = [];
  let start = weekStartOf(first, weekStart);
  while (start < next) {
    weeks.push(Array.from({ length: 7 }, (_, n) => daysLater(start, n)));
    start = daysLater(start, 7);
  }
  return weeks;
}

/** Return the day that a key moves to in a calendar, or null for any other key. */
export function dayAfterKey(
  day: string,
  key: string,
  weekStart: number,
): string | null {
  switch (key) {
    case "ArrowLeft":
      return daysLater(day, -1);
    case "ArrowRight":
      return daysLater(day, 1);
    case "ArrowUp":
      return daysLater(day, -7);
    case "ArrowDown":
      return daysLater(day, 7);
    case "Home":
      return weekStartOf(day, weekStart);
    case "End":
      return daysLater(weekStartOf(day, weekStart), 6);
    case "PageUp":
      return sameDayOf(monthsLater(day, -1), day);
    case "PageDown":
      return sameDayOf(monthsLater(day, 1), day);
    default:
      return null;
  }
}

function weekStartOf(day: string, weekStart: number): string {
  return daysLater(day, -((weekdayOf(day) - weekStart + 7) % 7));
}

/** Return the day of a month with the number of `day`, or the month's last one. */
function sameDayOf(month: string, day: string): string {
  const last = daysLater(monthsLater(month, 1), -1);
  const wanted = `${month.slice(0, 8)}${day.slice(8)}`;
  return wanted < last ? wanted : last;
}
