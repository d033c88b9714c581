/** The review of a block, and the block that is proposed after it. */

import type {
  BlockReviewShape,
  NextBlockShape,
  ReviewedMuscleShape,
} from "../api/client.ts";
import { t } from "../messages/index.svelte.ts";
import { app } from "./app.svelte.ts";
import { change } from "./change.ts";
import { fieldWords } from "./fieldWords.ts";
import { server } from "./server.ts";

export type Review = BlockReviewShape;
export type ReviewedMuscle = ReviewedMuscleShape;
export type Proposal = NextBlockShape;
export type PlannedNext = NonNullable<NextBlockShape["planned"]>;
type Stage = "asking" | "known" | "offline";

export class BlockReview {
  stage = $state<Stage>("asking");
  found = $state.raw<Review | null>(null);

  async ask(mesocycleId: string): Promise<void> {
    this.stage = "asking";
    const answer = await server.call((api) =>
      api.GET("/api/v1/mesocycles/{mesocycle_id}/review", {
        params: { path: { mesocycle_id: mesocycleId } },
      }),
    );
    this.found = answer.ok ? answer.data : null;
    this.stage = answer.ok ? "known" : "offline";
  }
}

export class NextBlock {
  stage = $state<Stage>("asking");
  found = $state.raw<Proposal | null>(null);

  async ask(mesocycleId: string): Promise<void> {
    this.stage = "asking";
    const answer = await server.call((api) =>
      api.GET("/api/v1/mesocycles/{mesocycle_id}/next", {
        params: { path: { mesocycle_id: mesocycleId } },
      }),
    );
    this.found = answer.ok ? answer.data : null;
    this.stage = answer.ok ? "known" : "offline";
  }
}

/** Save what a block would change in the landmarks of a muscle; it can be undone. */
export async function takeLandmarks({ muscle, advice }: ReviewedMuscle): Promise<void> {
  if (!advice) return;
  await change("saveLandmark", { muscle, ...advice.new });
  app.say(t("review.used", { name: fieldWords.muscle(muscle) }), {
    undo: () => void change("saveLandmark", { muscle, ...advice.old }),
  });
}
