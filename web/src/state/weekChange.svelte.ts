/** Sets that move within a week: the server says how, the lifter whether. */

import type {
  AcceptedWeekChangeShape,
  ChangedSetsShape,
  WeekChangeShape,
} from "../api/client.ts";
import { t } from "../messages/index.svelte.ts";
import { app } from "./app.svelte.ts";
import { newId } from "./clock.svelte.ts";
import { isDone, refusedText } from "./refusal.ts";
import { server } from "./server.ts";
import { type AskedWeek, weekOffer } from "./weekOffer.svelte.ts";

export type ChangedSets = ChangedSetsShape;

/** What is offered for one workout. */
export class WeekChange {
  stage = $state<"asking" | "known" | "away">("asking");
  offer = $state.raw<WeekChangeShape | null>(null);
  problem = $state("");
  isBusy = $state(false);
  #latest = 0;

  /** Ask what would change; of several questions only the last one counts. */
  async ask(instanceId: string, minutes: number | null): Promise<void> {
    this.#latest += 1;
    const mine = this.#latest;
    this.stage = "asking";
    await app.syncNow();
    const answer = await server.call((api) =>
      api.GET("/api/v1/workout-instances/{instance_id}/week-change", {
        params: {
          path: { instance_id: instanceId },
          query: minutes === null ? {} : { minutes },
        },
      }),
    );
    if (mine !== this.#latest) return;
    this.offer = answer.ok ? answer.data : null;
    this.problem = answer.ok ? "" : refusedText(answer);
    this.stage = answer.ok ? "known" : "away";
  }

  /** Carry out what is shown; returns whether it was. */
  async accept(): Promise<boolean> {
    const { offer } = this;
    if (!offer) return false;
    this.isBusy = true;
    const id = newId();
    const answer = await server.call((api) =>
      api.POST("/api/v1/workout-instances/{instance_id}/week-change", {
        params: { path: { instance_id: offer.workoutInstanceId } },
        body: {
          id,
          minutes: offer.minutes,
          changes: offer.changes.map((one) => ({
            workoutInstanceId: one.workoutInstanceId,
            exerciseId: one.exerciseId,
            sets: one.newSets,
          })),
        },
      }),
    );
    if (isDone(answer)) {
      await app.syncNow();
      app.say(t("week.accepted"), { undo: () => void undoWeekChange(id) });
    }
    this.isBusy = false;
    return answer.ok;
  }
}

/** Take an accepted change back; returns whether it was. */
export async function undoWeekChange(id: string): Promise<boolean> {
  const answer = await server.call((api) =>
    api.POST("/api/v1/week-changes/{change_id}/undo", {
      params: { path: { change_id: id } },
    }),
  );
  if (!isDone(answer)) return false;
  await app.syncNow();
  app.say(t("week.undone"));
  return true;
}

/** Offer to move the sets of a workout that was just skipped, if any can move. */
export async function offerMissed(asked: AskedWeek): Promise<void> {
  await app.syncNow();
  const answer = await server.call((api) =>
    api.GET("/api/v1/workout-instances/{instance_id}/week-change", {
      params: { path: { instance_id: asked.instance.id }, query: {} },
    }),
  );
  if (answer.ok && answer.data.changes.length > 0) weekOffer.asked = asked;
}

/** What was accepted in a block. */
export class AcceptedChanges {
  all = $state.raw<readonly AcceptedWeekChangeShape[]>([]);

  async ask(mesocycleId: string): Promise<void> {
    const answer = await server.call((api) =>
      api.GET("/api/v1/mesocycles/{mesocycle_id}/week-changes", {
        params: { path: { mesocycle_id: mesocycleId } },
      }),
    );
    if (answer.ok) this.all = answer.data;
  }
}
