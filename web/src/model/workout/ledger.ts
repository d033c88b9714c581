/** What was decided, why, and what it changes in the coming workouts. */

import type { Decision, Prescription, WorkoutInstance, WorkoutLog } from "../rows.ts";

export interface DecidedWorkout {
  readonly log: WorkoutLog;
  readonly decisions: readonly Decision[];
}

export interface DecidedWeek {
  readonly week: number;
  readonly workouts: readonly DecidedWorkout[];
}

/** An exercise of a coming workout, beside what the same day asked for before. */
export interface NextExercise {
  readonly planned: Prescription;
  readonly before: Prescription | null;
}

export interface NextSession {
  readonly instance: WorkoutInstance;
  readonly exercises: readonly NextExercise[];
}

/** Return the decisions of a block by week and workout, the latest first. */
export function ledgerOf(blockId: string, logs: Iterable<WorkoutLog>): DecidedWeek[] {
  const weeks = new Map<number, DecidedWorkout[]>();
  const decided = [...logs]
    .filter((log) => log.mesocycleId === blockId && log.decisions.length > 0)
    .sort((a, b) => Date.parse(b.performedAt) - Date.parse(a.performedAt));
  for (const log of decided) {
    const week = log.weekNumber ?? 0;
    weeks.set(week, [...(weeks.get(week) ?? []), { log, decisions: log.decisions }]);
  }
  return [...weeks]
    .sort(([a], [b]) => b - a)
    .map(([week, workouts]) => ({ week, workouts }));
}

/** Return what was decided about some muscles for one planned workout. */
export function decisionsFor(
  instanceId: string,
  muscles: readonly string[],
  logs: Iterable<WorkoutLog>,
): { readonly log: WorkoutLog; readonly decision: Decision }[] {
  return [...logs]
    .sort((a, b) => Date.parse(b.performedAt) - Date.parse(a.performedAt))
    .flatMap((log) => log.decisions.map((decision) => ({ log, decision })))
    .filter(
      ({ decision }) =>
        decision.toInstanceId === instanceId && muscles.includes(decision.muscle),
    );
}

/**
 * Return the coming workouts that a finished one decided about, the next first.
 *
 * Of each only the exercises for muscles that were decided are shown.
 */
export function nextSessions(
  log: WorkoutLog,
  instances: readonly WorkoutInstance[],
  musclesOf: (exerciseId: number) => readonly string[],
): NextSession[] {
  const muscles = new Map<string | null, string[]>();
  for (const { toInstanceId, muscle } of log.decisions) {
    muscles.set(toInstanceId, [...(muscles.get(toInstanceId) ?? []), muscle]);
  }
  const isMeant = (instance: WorkoutInstance, { exerciseId }: Prescription) =>
    musclesOf(exerciseId).some((muscle) => muscles.get(instance.id)?.includes(muscle));
  return instances
    .filter((one) => muscles.has(one.id) && one.status === "scheduled")
    .map((instance) => ({
      instance,
      exercises: instance.prescriptions
        .filter((one) => isMeant(instance, one))
        .sort((a, b) => a.position - b.position)
        .map((planned) => ({
          planned,
          before: lastPlanned(planned.exerciseId, instance, instances),
        })),
    }));
}

/** What the same day of the week before asked of an exercise. */
function lastPlanned(
  exerciseId: number,
  instance: WorkoutInstance,
  instances: readonly WorkoutInstance[],
): Prescription | null {
  const before = instances.find(
    (one) =>
      one.workoutId === instance.workoutId &&
      one.weekNumber === instance.weekNumber - 1 &&
      one.status !== "skipped",
  );
  return before?.prescriptions.find((one) => one.exerciseId === exerciseId) ?? null;
}

const JUDGED = ["add", "hold", "remove", "recover"];

/**
 * Tell whether a decision can still be had otherwise (docs/engine/overrides.md): it
 * judged something, its session has not begun, and no later workout has decided the
 * muscle again.
 */
export function canOverride(
  { log, decision }: { readonly log: WorkoutLog; readonly decision: Decision },
  about: {
    readonly instances: ReadonlyMap<string, WorkoutInstance>;
    readonly logs: ReadonlyMap<string, WorkoutLog>;
  },
): boolean {
  const { toInstanceId, kind, muscle } = decision;
  const next = toInstanceId === null ? undefined : about.instances.get(toInstanceId);
  if (!next || !JUDGED.includes(kind)) return false;
  if (next.status !== "scheduled" || about.logs.has(next.id)) return false;
  if (next.prescriptions.some((one) => BREAKS.includes(one.ruleId))) return false;
  const latest = decisionsFor(next.id, [muscle], about.logs.values())[0];
  return latest?.log.id === log.id;
}

/** The rules by which a break prescribes a session anew. */
const BREAKS = ["D2", "D3"];
