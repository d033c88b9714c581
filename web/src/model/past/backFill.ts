/** A workout of a past day that is written down now. */

import type { WorkoutInstance } from "../rows.ts";
import { momentIn } from "./zones.ts";

export interface BackFill {
  /** The day and the times as a clock in the lifter's zone shows them. */
  readonly day: string;
  readonly start: string;
  readonly end: string;
}

export type BackFillComplaint = "day" | "future" | "end";

/** Return the moments of start and end; an end before the start is of the next day. */
export function momentsOf(
  { day, start, end }: BackFill,
  zone: string,
): { readonly startedAt: string; readonly completedAt: string } | null {
  const startedAt = momentIn(zone, `${day}T${start}`);
  const sameDay = momentIn(zone, `${day}T${end}`);
  if (startedAt === null || sameDay === null) return null;
  const completedAt =
    sameDay < startedAt
      ? new Date(Date.parse(sameDay) + 86_400_000).toISOString()
      : sameDay;
  return { startedAt, completedAt };
}

/** Return what is wrong with the times, or null. */
export function complaintAboutTimes(
  typed: BackFill,
  zone: string,
  now: Date,
): BackFillComplaint | null {
  const found = momentsOf(typed, zone);
  if (!found || typed.day < "1970-01-01") return "day";
  if (Date.parse(found.startedAt) > now.getTime()) return "future";
  return Date.parse(found.completedAt) > now.getTime() ? "end" : null;
}

/** Return the planned workouts that could have been done on a day: due and not done. */
export function missedBy(
  instances: Iterable<WorkoutInstance>,
  day: string,
): WorkoutInstance[] {
  return [...instances]
    .filter((one) => one.status !== "completed" && one.scheduledOn <= day)
    .sort((a, b) => (a.scheduledOn < b.scheduledOn ? 1 : -1));
}
