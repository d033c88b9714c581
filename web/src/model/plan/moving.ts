/** Where a planned workout may be moved to. */

import type { Mesocycle, WorkoutInstance } from "../rows.ts";
import type { Week } from "./grid.ts";

const FURTHEST_DAYS = 7 * 7;

/** Return the last day (ISO) to which a workout of a block can be moved. */
export function movableUntil(block: Mesocycle): string {
  const end = block.endDate ?? block.startDate ?? "1970-01-01";
  const last = new Date(`${end}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + FURTHEST_DAYS);
  return last.toISOString().slice(0, 10);
}

/** Return why a workout cannot be on a day, as the server would; null if it can. */
export function moveProblem(
  block: Mesocycle,
  weeks: readonly Week[],
  instance: WorkoutInstance,
  day: string,
): "outside" | "taken" | null {
  const first = block.startDate ?? day;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return "outside";
  if (day < first || day > movableUntil(block)) return "outside";
  if (day === instance.scheduledOn) return null;
  const others = weeks
    .flatMap((week) => week.sessions)
    .filter((one) => one.instance.id !== instance.id && one.state !== "skipped");
  return others.some((one) => one.instance.scheduledOn === day) ? "taken" : null;
}
