/** What a lifter does with the sets of a running workout. */

import { t } from "../messages/index.svelte.ts";
import type { LoggedSet, WeightUnit } from "../model/rows.ts";
import { setToArgs } from "../model/past/restoring.ts";
import { toggled, without } from "../model/workout/draft.ts";
import { restAfter } from "../model/workout/order.ts";
import { effortOf, restSeconds } from "../model/workout/rest.ts";
import { isTime } from "../model/workout/work.ts";
import type { SetRow } from "../model/workout/setRows.ts";
import { backFilledAt } from "../model/workout/summary.ts";
import { app } from "./app.svelte.ts";
import { change } from "./change.ts";
import { newSetId } from "./clock.svelte.ts";
import { rows } from "./rows.svelte.ts";
import { restTimer } from "./restTimer.svelte.ts";
import type { RunningWorkout } from "./workout.svelte.ts";

/** The numbers of a set as they are entered; null RIR is "not answered". */
export interface Entered {
  readonly weight: number;
  readonly unit: WeightUnit;
  readonly reps: number;
  readonly rir: number | null;
  /** Of a set that is a time; null leaves what the set has. */
  readonly seconds?: number | null;
}

/** For which sets of an exercise a new load holds. */
export type Scope = "this" | "rest" | "all";

/**
 * Log a set as proposed, or take a rep off one that is logged.
 *
 * Returns false when its load or its reps have to be asked for first, and of a set
 * that is a time, once it is logged.
 */
export function tapSet(workout: RunningWorkout, row: SetRow): boolean {
  const { weight, unit, reps, done } = row;
  if (weight === null || reps === null || (done && isTime(done))) return false;
  const fewer = done ? Math.max(0, reps - 1) : reps;
  const { seconds } = row;
  const entered = { weight, unit, reps: fewer, rir: done?.rir ?? null, seconds };
  void enterSet(workout, row, entered);
  return true;
}

/** Keep the numbers of a set; the first time it is logged, the rest begins. */
export async function enterSet(
  workout: RunningWorkout,
  row: SetRow,
  entered: Entered,
): Promise<void> {
  const rest = row.done ? null : restAfterSet(workout, row);
  if (row.state === "skipped") skipSet(workout, row, false);
  unsettle(workout, row, entered);
  const kept = save(workout, row, entered);
  if (rest !== null) restTimer.start(rest);
  else if (!row.done && !row.isWarmUp) restTimer.stop();
  await kept;
}

/** Enter another load for a set, for it and those after it, or for all of them. */
export async function changeLoad(
  workout: RunningWorkout,
  row: SetRow,
  load: { readonly weight: number; readonly unit: WeightUnit; readonly scope: Scope },
): Promise<void> {
  const { weight, unit, scope } = load;
  const all = workout.exerciseOf(row.exerciseId);
  const same = row.isWarmUp ? all?.warmUps : all?.rows;
  const meant = (same ?? [row]).filter(
    (one) =>
      one.key === row.key ||
      scope === "all" ||
      (scope === "rest" && one.number > row.number && one.state === "open"),
  );
  const chosen = meant
    .filter((one) => one.done === null)
    .map((one) => [one.key, { weight, unit }] as const);
  workout.draft.edit({
    loads: { ...workout.draft.now.loads, ...Object.fromEntries(chosen) },
  });
  // All begin at once: a tap on one of them meanwhile counts from its new load.
  await Promise.all(
    meant.map(async (one) => {
      if (!one.done || one.reps === null) return;
      unsettle(workout, one, { weight, reps: one.reps });
      await save(workout, one, { weight, unit, reps: one.reps, rir: one.done.rir });
    }),
  );
}

/** Say how many reps were left in a set that is logged; null takes it back. */
export async function answerRir(
  workout: RunningWorkout,
  row: SetRow,
  rir: number | null,
): Promise<void> {
  if (!row.done || row.weight === null || row.reps === null) return;
  const { weight, unit, reps } = row;
  await save(workout, row, { weight, unit, reps, rir });
}

/** Make a set a drop set, a set to failure and so on. */
export async function changeType(
  workout: RunningWorkout,
  row: SetRow,
  type: string,
): Promise<void> {
  if (row.done) {
    const { weight, weightUnit, reps, rir } = row.done;
    const unit = weightUnit === "lb" ? "lb" : "kg";
    await save(workout, { ...row, type }, { weight, unit, reps, rir });
  } else {
    workout.draft.edit({ types: { ...workout.draft.now.types, [row.key]: type } });
  }
}

/** Write a note about a set that is logged; an empty one takes it away. */
export async function noteSet(
  workout: RunningWorkout,
  set: LoggedSet,
  note: string,
): Promise<void> {
  const now = workout.log?.sets.find((one) => one.id === set.id) ?? set;
  await change("saveSet", { ...setToArgs(workout.id, now), note: note || null });
}

/** Leave a set out, or take it in again. */
export function skipSet(
  workout: RunningWorkout,
  row: SetRow,
  isSkipped: boolean,
): void {
  const { skipped } = workout.draft.now;
  workout.draft.edit({ skipped: toggled(skipped, row.key, isSkipped) });
}

/** Delete a set that is logged; it can be undone. */
export async function deleteSet(
  workout: RunningWorkout,
  set: LoggedSet,
): Promise<void> {
  await change("deleteSet", { workoutLogId: workout.id, id: set.id });
  app.say(t("workout.setDeleted"), {
    undo: () => void change("saveSet", setToArgs(workout.id, set)),
  });
}

/** Do one set more of an exercise, or take an added one away again. */
export function changeSets(
  workout: RunningWorkout,
  exerciseId: number,
  by: { readonly sets?: number; readonly warmUps?: number; readonly type?: string },
): void {
  const { extraSets, extraWarmUps, types } = workout.draft.now;
  const count = workout.exerciseOf(exerciseId)?.rows.length ?? 0;
  const key = `${exerciseId}/${count + 1}`;
  workout.draft.edit({
    extraSets: added(extraSets, exerciseId, by.sets ?? 0),
    extraWarmUps: added(extraWarmUps, exerciseId, by.warmUps ?? 0),
    types: by.type ? { ...types, [key]: by.type } : without(types, key),
  });
}

/** Say that a set that looks like a slip is right. */
export async function confirmSet(
  workout: RunningWorkout,
  set: LoggedSet,
): Promise<void> {
  workout.draft.edit({ settled: toggled(workout.draft.now.settled, set.id, true) });
  await change("confirmSet", { workoutLogId: workout.id, id: set.id });
}

function save(workout: RunningWorkout, row: SetRow, entered: Entered): Promise<void> {
  const { log } = workout;
  const isLate = log !== null && workout.isBackFilled;
  return change("saveSet", {
    ...(row.done && setToArgs(workout.id, row.done)),
    workoutLogId: workout.id,
    id: row.done?.id ?? newSetId(),
    exerciseId: row.exerciseId,
    setNumber: row.done?.setNumber ?? row.number,
    weight: entered.weight,
    weightUnit: entered.unit,
    reps: entered.reps,
    rir: entered.rir,
    setType: row.type,
    ...(entered.seconds !== undefined && { seconds: entered.seconds }),
    ...(!row.done && isLate && { performedAt: backFilledAt(log) }),
  });
}

/** Other numbers than those that were said to be right are asked about again. */
function unsettle(
  workout: RunningWorkout,
  row: SetRow,
  entered: Pick<Entered, "weight" | "reps">,
): void {
  const { done } = row;
  const { settled } = workout.draft.now;
  if (!done || !settled.includes(done.id)) return;
  if (done.weight === entered.weight && done.reps === entered.reps) return;
  workout.draft.edit({ settled: toggled(settled, done.id, false) });
}

function restAfterSet(workout: RunningWorkout, row: SetRow): number | null {
  if (workout.isBackFilled || workout.log?.status !== "in_progress") return null;
  return restAfter(row, workout.exercises, (exerciseId) => {
    const one = workout.exerciseOf(exerciseId);
    return restSeconds(effortOf(one?.exercise ?? null), rows.preferences);
  });
}

function added(
  all: Readonly<Record<string, number>>,
  exerciseId: number,
  by: number,
): Readonly<Record<string, number>> {
  return by === 0 ? all : { ...all, [exerciseId]: (all[exerciseId] ?? 0) + by };
}
