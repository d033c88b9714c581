/** Days as ISO dates ("2026-03-02"), and the ISO weeks they lie in. */

const DAY_MS = 86_400_000;

/** Return the day some days later, or earlier when `days` is negative. */
export function daysLater(day: string, days: number): string {
  return dayOf(msOf(day) + days * DAY_MS);
}

/** Return how many days lie between two days: 1 from Monday to Tuesday. */
export function daysBetween(from: string, to: string): number {
  return Math.round((msOf(to) - msOf(from)) / DAY_MS);
}

/** Return the weekday of a day: 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: string): number {
  return (new Date(msOf(day)).getUTCDay() + 6) % 7;
}

/** Return the Monday of the ISO week of a day. */
export function mondayOf(day: string): string {
  return daysLater(day, -weekdayOf(day));
}

/** Return the ISO week of a day as "2026-W09". */
export function weekOf(day: string): string {
  const thursday = daysLater(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, "0")}`;
}

/** Return the first day of a month some months after that of `day`. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return dayOf(Date.UTC(year, month - 1 + months, 1));
}

/** Return the same day of another year; 29 February becomes 28 February. */
export function yearsLater(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return dayOf(Date.UTC(year + years, month - 1, Math.min(date, last)));
}

/** Return the Mondays of the weeks from one day to another. */
export function mondaysFrom(from: string, to: string): string[] {
  const first = mondayOf(from);
  const weeks = Math.floor(daysBetween(first, to) / 7) + 1;
  return Array.from({ length: Math.max(0, weeks) }, (_, n) => daysLater(first, 7 * n));
}

function msOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
