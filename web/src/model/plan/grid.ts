/** A block as a grid: its weeks as rows, its workouts as columns. */

import type { Mesocycle, WorkoutInstance, WorkoutLog } from "../rows.ts";
import type { PlannedSets } from "./volume.ts";

export type SessionState =
  "done" | "running" | "skipped" | "missed" | "today" | "planned";

export interface Session {
  readonly instance: WorkoutInstance;
  readonly name: string;
  readonly state: SessionState;
  /** Working sets that are done, and those that are asked for. */
  readonly doneSets: number;
  readonly plannedSets: number;
}

export interface Week {
  readonly number: number;
  readonly start: string;
  readonly end: string;
  readonly isDeload: boolean;
  readonly rir: number;
  readonly isNow: boolean;
  readonly sessions: readonly Session[];
}

export type LogsById = ReadonlyMap<string, WorkoutLog>;

/** Return the weeks of a block with their workouts in order; `today` is an ISO date. */
export function weeksOf(
  block: Mesocycle,
  instances: readonly WorkoutInstance[],
  given: { readonly logs: LogsById; readonly today: string },
): readonly Week[] {
  const names = new Map(block.workouts.map((one) => [one.id, one.name]));
  return [...block.microcycles]
    .sort((a, b) => a.weekNumber - b.weekNumber)
    .map((week) => ({
      number: week.weekNumber,
      start: week.startDate,
      end: week.endDate,
      isDeload: week.isDeload,
      rir: week.targetRir,
      isNow: week.startDate <= given.today && given.today <= week.endDate,
      sessions: instances
        .filter((one) => one.weekNumber === week.weekNumber)
        .sort((a, b) => a.position - b.position)
        .map((instance) =>
          sessionOf(instance, names.get(instance.workoutId) ?? "", given),
        ),
    }));
}

function sessionOf(
  instance: WorkoutInstance,
  name: string,
  { logs, today }: { readonly logs: LogsById; readonly today: string },
): Session {
  const log = logOf(instance, logs);
  return {
    instance,
    name,
    state: stateOf(instance, log, today),
    doneSets: log ? workingSets(log) : 0,
    plannedSets: plannedSets(instance).reduce((sum, one) => sum + one.sets, 0),
  };
}

export function stateOf(
  instance: WorkoutInstance,
  log: WorkoutLog | undefined,
  today: string,
): SessionState {
  if (instance.status === "completed" || log?.status === "completed") return "done";
  if (log?.status === "in_progress") return "running";
  if (instance.status === "skipped" || log?.status === "skipped") return "skipped";
  if (instance.scheduledOn === today) return "today";
  return instance.scheduledOn < today ? "missed" : "planned";
}

/** Return the log of a planned workout: it has the same id, or points to it. */
export function logOf(
  instance: WorkoutInstance,
  logs: LogsById,
): WorkoutLog | undefined {
  const own = logs.get(instance.id);
  if (own) return own;
  for (const log of logs.values()) {
    if (log.workoutInstanceId === instance.id) return log;
  }
  return undefined;
}

/** Return the sets asked for in a workout, or those that are to be expected. */
export function plannedSets(instance: WorkoutInstance): readonly PlannedSets[] {
  return instance.prescriptions.map((one) => ({
    exerciseId: one.exerciseId,
    sets: one.targetSets ?? one.projectedSets,
  }));
}

export function doneSets(log: WorkoutLog): readonly PlannedSets[] {
  const sets = new Map<number, number>();
  for (const one of log.sets) {
    if (one.setType === "warmup") continue;
    sets.set(one.exerciseId, (sets.get(one.exerciseId) ?? 0) + 1);
  }
  return [...sets].map(([exerciseId, count]) => ({ exerciseId, sets: count }));
}

/** Sets that were done one after the other with the same weight. */
export interface SetRun {
  readonly weight: number;
  readonly unit: string;
  readonly reps: readonly number[];
}

/** Return the working sets of an exercise, those with the same weight together. */
export function setRuns(log: WorkoutLog, exerciseId: number): readonly SetRun[] {
  const runs: { weight: number; unit: string; reps: number[] }[] = [];
  const sets = log.sets
    .filter((one) => one.exerciseId === exerciseId && one.setType !== "warmup")
    .sort((a, b) => a.setNumber - b.setNumber);
  for (const { weight, weightUnit: unit, reps } of sets) {
    const last = runs.at(-1);
    if (last && last.weight === weight && last.unit === unit) last.reps.push(reps);
    else runs.push({ weight, unit, reps: [reps] });
  }
  return runs;
}

function workingSets(log: WorkoutLog): number {
  return log.sets.filter((one) => one.setType !== "warmup").length;
}

export interface Progress {
  readonly done: number;
  readonly skipped: number;
  readonly all: number;
}

/** Return how far a block is, in workouts. */
export function progressOf(weeks: readonly Week[]): Progress {
  const sessions = weeks.flatMap((week) => week.sessions);
  const count = (state: SessionState) =>
    sessions.filter((one) => one.state === state).length;
  return { done: count("done"), skipped: count("skipped"), all: sessions.length };
}

/** Return the week that is current: today's, or the first with something left to do. */
export function weekNow(weeks: readonly Week[]): Week | undefined {
  return (
    weeks.find((week) => week.isNow) ??
    weeks.find((week) => week.sessions.some(isOpen)) ??
    weeks.at(-1)
  );
}

export function isOpen(session: Session): boolean {
  return session.state !== "done" && session.state !== "skipped";
}
