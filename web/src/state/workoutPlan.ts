/** Starting, changing and ending a workout as a whole. */

import { t } from "../messages/index.svelte.ts";
import type { WorkoutLog } from "../model/rows.ts";
import { toggled } from "../model/workout/draft.ts";
import type { Lighter } from "../model/workout/lighter.ts";
import type { Question } from "../model/workout/questions.ts";
import { TIRED } from "../model/workout/tired.ts";
import { app } from "./app.svelte.ts";
import { change } from "./change.ts";
import { clockMoment } from "./clock.svelte.ts";
import { restoreWorkout } from "./restoring.ts";
import { restTimer } from "./restTimer.svelte.ts";
import { router } from "./router.svelte.ts";
import type { RunningWorkout } from "./workout.svelte.ts";

/** How long leaving an exercise out can be undone. */
const TELL_AFTER_MS = 7000;

/** Do one exercise more, in this workout. */
export async function addExercise(
  workout: RunningWorkout,
  exerciseId: number,
): Promise<void> {
  if (workout.instance) {
    const of = { workoutInstanceId: workout.instance.id };
    await change("addExercise", { ...of, exerciseId });
  } else {
    const { exercises } = workout.draft.now;
    workout.draft.edit({ exercises: toggled(exercises, exerciseId, true) });
  }
  await workout.readPasts();
}

/** Do another exercise instead; what was logged of the old one stays. */
export async function swapExercise(
  workout: RunningWorkout,
  exerciseId: number,
  newExerciseId: number,
): Promise<void> {
  if (isPlanned(workout, exerciseId) && workout.instance) {
    const of = { workoutInstanceId: workout.instance.id };
    await change("swapExercise", { ...of, exerciseId, newExerciseId });
  } else {
    const order = orderOf(workout);
    const swapped = order.map((id) => (id === exerciseId ? newExerciseId : id));
    workout.draft.edit({ exercises: [...new Set(swapped)] });
  }
  await workout.readPasts();
}

/** Removals that the server is told of soon, by workout and exercise. */
const untold = new Map<string, ReturnType<typeof setTimeout>>();

/**
 * Leave an exercise out of this workout; it can be undone.
 *
 * The plan of it would be gone on the server at once, so it is told only afterwards.
 */
export function removeExercise(workout: RunningWorkout, exerciseId: number): void {
  const { exercises } = workout.draft.now;
  const key = `${workout.id}/${exerciseId}`;
  const isOfPlan = isPlanned(workout, exerciseId);
  if (isOfPlan) {
    leaveOut(workout, exerciseId, true);
    clearTimeout(untold.get(key));
    untold.set(
      key,
      setTimeout(() => void tellRemoved(workout, [exerciseId]), TELL_AFTER_MS),
    );
  } else {
    workout.draft.edit({ exercises: toggled(exercises, exerciseId, false) });
  }
  app.say(t("workout.exerciseRemoved"), {
    undo: () => {
      clearTimeout(untold.get(key));
      if (isOfPlan) leaveOut(workout, exerciseId, false);
      else putBack(workout, exerciseId, exercises.indexOf(exerciseId));
    },
  });
}

function leaveOut(
  workout: RunningWorkout,
  exerciseId: number,
  isRemoved: boolean,
): void {
  const { removed } = workout.draft.now;
  workout.draft.edit({ removed: toggled(removed, exerciseId, isRemoved) });
}

/** What was added or moved since the exercise was removed stays. */
function putBack(workout: RunningWorkout, exerciseId: number, place: number): void {
  if (place < 0) return;
  const others = workout.draft.now.exercises.filter((one) => one !== exerciseId);
  workout.draft.edit({
    exercises: [...others.slice(0, place), exerciseId, ...others.slice(place)],
  });
}

/** Tell the server which planned exercises are left out; those not told yet, all. */
async function tellRemoved(
  workout: RunningWorkout,
  removed: readonly number[] = workout.draft.now.removed,
): Promise<void> {
  const { instance } = workout;
  if (!instance) return;
  const of = { workoutInstanceId: instance.id };
  for (const exerciseId of removed) {
    if (!workout.draft.now.removed.includes(exerciseId)) continue;
    clearTimeout(untold.get(`${workout.id}/${exerciseId}`));
    const told = change("removeExercise", { ...of, exerciseId });
    leaveOut(workout, exerciseId, false);
    await told;
  }
}

/** Do the exercises of this workout in another order. */
export async function reorder(
  workout: RunningWorkout,
  order: readonly number[],
): Promise<void> {
  const { instance } = workout;
  if (!instance) {
    workout.draft.edit({ exercises: order });
    return;
  }
  const planned = order.filter((id) => isPlanned(workout, id));
  await change("reorderExercises", { workoutInstanceId: instance.id, order: planned });
}

/** Answer how a muscle group felt. */
export async function answer(
  workout: RunningWorkout,
  { kind, muscleGroup }: Question,
  level: number,
): Promise<void> {
  const of = { workoutLogId: workout.id, muscleGroup };
  const before = workout.log?.feedback.find((one) => one.muscleGroup === muscleGroup);
  if (kind === "soreness") {
    await change("saveFeedback", { ...of, soreness: level });
    return;
  }
  const known = {
    pump: before?.pumpLevel ?? null,
    challenge: before?.challengeLevel ?? null,
  };
  await change("saveFeedback", { ...of, ...known, [kind]: level });
}

/** Leave a question unanswered. */
export function pass(workout: RunningWorkout, { key }: Question): void {
  workout.draft.edit({ passed: toggled(workout.draft.now.passed, key, true) });
}

/** Leave out, or keep, what was added for a muscle that is still sore. */
export function goLighter(
  workout: RunningWorkout,
  { muscleGroup, rows: added }: Lighter,
  isLighter: boolean,
): void {
  const { passed, skipped } = workout.draft.now;
  const keys = isLighter ? added.map((row) => row.key) : [];
  workout.draft.edit({
    passed: toggled(passed, `lighter/${muscleGroup}`, true),
    skipped: [...skipped, ...keys],
  });
}

/** Leave out the last set of each exercise after a bad night, or do all of them. */
export function doLess(workout: RunningWorkout, isLess: boolean): void {
  const { passed, skipped } = workout.draft.now;
  const keys = isLess ? workout.tired.map((row) => row.key) : [];
  workout.draft.edit({
    passed: toggled(passed, TIRED, true),
    skipped: [...skipped, ...keys],
  });
  if (!isLess) return;
  app.say(t("workout.tiredDone", { n: keys.length }), {
    undo: () => {
      const now = workout.draft.now;
      workout.draft.edit({
        passed: toggled(now.passed, TIRED, false),
        skipped: now.skipped.filter((key) => !keys.includes(key)),
      });
    },
  });
}

/** End the workout: its decisions are made as soon as the server hears of it. */
export async function finish(workout: RunningWorkout): Promise<void> {
  const { log } = workout;
  if (!log) return;
  await tellRemoved(workout);
  await change("finishWorkout", {
    workoutLogId: log.id,
    completedAt: workout.isBackFilled ? lastMoment(log) : clockMoment(),
  });
  restTimer.stop();
}

/** Throw the workout away with everything in it; it can be undone. */
export async function discard(workout: RunningWorkout): Promise<void> {
  const { log } = workout;
  if (!log) return;
  router.go("/today", { replace: true });
  restTimer.stop();
  await change("deleteWorkoutLog", { workoutLogId: log.id });
  app.say(t("workout.discarded"), { undo: () => void bringBack(log) });
}

/** Do everything of a deleted workout again, and go there. */
async function bringBack(log: WorkoutLog): Promise<void> {
  await restoreWorkout(log);
  router.go(`/workout/${log.id}`);
}

function lastMoment(log: WorkoutLog): string {
  const started = Date.parse(log.startedAt ?? log.performedAt);
  const last = Math.max(started, ...log.sets.map((set) => Date.parse(set.performedAt)));
  return new Date(last).toISOString();
}

function orderOf(workout: RunningWorkout): readonly number[] {
  return workout.exercises.map((one) => one.exerciseId);
}

function isPlanned(workout: RunningWorkout, exerciseId: number): boolean {
  return workout.exerciseOf(exerciseId)?.planned != null;
}
