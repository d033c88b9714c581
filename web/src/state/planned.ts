/** Starting a workout, and moving or leaving out one that is planned. */

import { t } from "../messages/index.svelte.ts";
import type { WorkoutInstance } from "../model/rows.ts";
import { nameOf } from "../model/workout/today.ts";
import { app } from "./app.svelte.ts";
import { change } from "./change.ts";
import { clockMoment, newId } from "./clock.svelte.ts";
import { router } from "./router.svelte.ts";
import { rows } from "./rows.svelte.ts";

/** Start a planned workout and go there; on a workout that runs already just go. */
export async function startPlanned(instance: WorkoutInstance): Promise<void> {
  if (rows.logs.get(instance.id)?.status !== "in_progress") {
    const name = nameOf(instance, rows.mesocycles.get(instance.mesocycleId) ?? null);
    await change("startWorkout", {
      ...(name && { name }),
      id: instance.id,
      workoutInstanceId: instance.id,
      startedAt: clockMoment(),
    });
  }
  router.go(`/workout/${instance.id}`);
}

let isStartingFree = false;

/** Start free training and go there; a second tap meanwhile starts no other one. */
export async function startFree(): Promise<void> {
  if (isStartingFree) return;
  isStartingFree = true;
  const id = newId();
  try {
    await change("startWorkout", { id, startedAt: clockMoment() });
    router.go(`/workout/${id}`);
  } finally {
    isStartingFree = false;
  }
}

/** Train on another day than was planned; it can be undone. */
export async function move(instance: WorkoutInstance, day: string): Promise<void> {
  const of = { workoutInstanceId: instance.id };
  await change("moveWorkout", { ...of, scheduledOn: day });
  app.say(t("today.moved"), {
    undo: () =>
      void change("moveWorkout", { ...of, scheduledOn: instance.scheduledOn }),
  });
}

/** Leave a planned workout out; it can be undone. */
export async function skip(instance: WorkoutInstance): Promise<void> {
  const of = { workoutInstanceId: instance.id };
  await change("skipWorkout", of);
  app.say(t("today.skipped"), { undo: () => void change("unskipWorkout", of) });
  offerItsSets(instance);
}

/** Ask the server whether the sets of a skipped workout could move, if it is there. */
export function offerItsSets(instance: WorkoutInstance): void {
  const name = nameOf(instance, rows.mesocycles.get(instance.mesocycleId) ?? null);
  void import("./weekChange.svelte.ts").then(
    ({ offerMissed }) => offerMissed({ instance, name, kind: "missed" }),
    () => undefined,
  );
}
