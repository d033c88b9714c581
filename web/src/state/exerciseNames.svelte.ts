import type { LinkShape } from "../api/client.ts";
import { app } from "./app.svelte.ts";
import { isDone } from "./refusal.ts";
import { server } from "./server.ts";

export type { LinkShape };

/** What other apps call one exercise: names that were imported and stand for it. */
export class ExerciseNames {
  readonly id: number;
  /** Null until the server has answered. */
  links = $state.raw<readonly LinkShape[] | null>(null);

  constructor(id: number) {
    this.id = id;
  }

  async load(): Promise<void> {
    const answer = await server.call((api) =>
      api.GET("/api/v1/exercise-links", { params: { query: {} } }),
    );
    if (answer.ok)
      this.links = answer.data.links.filter((one) => one.exerciseId === this.id);
  }

  /**
   * Let a name mean another exercise, and move what came under it there.
   *
   * Without an exercise it gets one of the lifter's own. Returns how many sets moved
   * and what the exercise is called, null where it was refused.
   */
  async relink(
    link: LinkShape,
    exerciseId: number | null,
  ): Promise<{ readonly sets: number; readonly link: LinkShape } | null> {
    await app.syncNow();
    const answer = await server.call((api) =>
      api.PUT("/api/v1/exercise-links", {
        // The server lists only apps that it takes.
        body: { app: link.app as "strong", rawName: link.rawName, exerciseId },
      }),
    );
    if (!isDone(answer)) return null;
    await Promise.all([app.syncNow(), this.load()]);
    return { sets: answer.data.setsMoved, link: answer.data.link };
  }
}
