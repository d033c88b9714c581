/** What to do today: the workout that is due, what was missed, this week's bar. */

import type { Mesocycle, WorkoutInstance, WorkoutLog } from "../rows.ts";

export type DayState = "done" | "running" | "missed" | "due" | "ahead" | "skipped";

/** A planned workout in the bar of its week. */
export interface BarDay {
  readonly instance: WorkoutInstance;
  readonly name: string;
  readonly state: DayState;
}

export interface Today {
  /** Workouts that were begun and not finished, the latest first. */
  readonly running: readonly WorkoutLog[];
  /** The next planned workout of the block, null at its end. */
  readonly next: WorkoutInstance | null;
  /** Whether that workout is for today or should have been done before. */
  readonly isDue: boolean;
  /** Planned workouts whose day went by, the earliest first. */
  readonly missed: readonly WorkoutInstance[];
  /** Workouts that were finished today. */
  readonly finished: readonly WorkoutLog[];
  readonly week: number | null;
  readonly bar: readonly BarDay[];
}

export interface TodaySources {
  readonly today: string;
  readonly block: Mesocycle | null;
  /** The planned workouts of the block in their order. */
  readonly instances: readonly WorkoutInstance[];
  readonly logs: Iterable<WorkoutLog>;
}

const LONGEST_AFTER_BLOCK = 49;
const DAY = 86_400_000;

export function todayOf({ today, block, instances, logs }: TodaySources): Today {
  const all = [...logs];
  const running = all
    .filter((log) => log.status === "in_progress")
    .sort((a, b) => Date.parse(b.performedAt) - Date.parse(a.performedAt));
  const begun = new Set(running.map((log) => log.id));
  const waiting = instances.filter(
    (one) => one.status === "scheduled" && !begun.has(one.id),
  );
  const next = waiting[0] ?? null;
  const runningHere = instances.find((one) => begun.has(one.id));
  const week =
    runningHere?.weekNumber ?? next?.weekNumber ?? block?.currentWeek ?? null;
  const state = (one: WorkoutInstance): DayState => {
    if (begun.has(one.id)) return "running";
    if (one.status === "completed") return "done";
    if (one.status !== "scheduled") return "skipped";
    if (one.scheduledOn < today) return "missed";
    return one.scheduledOn === today ? "due" : "ahead";
  };
  return {
    running,
    next,
    isDue: next !== null && next.scheduledOn <= today,
    missed: waiting.filter((one) => one.scheduledOn < today),
    finished: all.filter(
      (log) => log.status === "completed" && log.localDate === today,
    ),
    week: block ? week : null,
    bar: instances
      .filter((one) => block !== null && one.weekNumber === week)
      .map((instance) => ({
        instance,
        name: nameOf(instance, block),
        state: state(instance),
      })),
  };
}

/** Return the name of a planned workout, such as "Push". */
export function nameOf(instance: WorkoutInstance, block: Mesocycle | null): string {
  return block?.workouts.find((one) => one.id === instance.workoutId)?.name ?? "";
}

/** Return the block that was completed last, null if none was. */
export function lastBlock(blocks: Iterable<Mesocycle>): Mesocycle | null {
  const done = [...blocks].filter((one) => one.status === "completed");
  return done.reduce<Mesocycle | null>(
    (last, one) =>
      last && (last.completedAt ?? "") >= (one.completedAt ?? "") ? last : one,
    null,
  );
}

/** Return the days from today on to which a workout can be moved (ISO dates). */
export function freeDays(
  instance: WorkoutInstance,
  instances: readonly WorkoutInstance[],
  { today, end, count }: { today: string; end: string | null; count: number },
): string[] {
  const taken = new Set(
    instances
      .filter((one) => one.id !== instance.id && one.status !== "skipped")
      .map((one) => one.scheduledOn),
  );
  const last = end === null ? null : dayAfter(end, LONGEST_AFTER_BLOCK);
  const days: string[] = [];
  for (let ahead = 0; days.length < count && ahead < LONGEST_AFTER_BLOCK; ahead += 1) {
    const day = dayAfter(today, ahead);
    if (last !== null && day > last) break;
    if (!taken.has(day) && day !== instance.scheduledOn) days.push(day);
  }
  return days;
}

/** Return the ISO date some days after another one. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY)
    .toISOString()
    .slice(0, 10);
}
