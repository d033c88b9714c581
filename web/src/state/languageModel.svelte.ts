import type {
  GeneratedPlanShape,
  JobShape,
  LanguageModelShape,
  TrainingProfileBody,
} from "../api/client.ts";
import { t } from "../messages/index.svelte.ts";
import { app } from "./app.svelte.ts";
import { followJob } from "./followJob.ts";
import { isDone, refusedText } from "./refusal.ts";
import { type Answer, server } from "./server.ts";

/** The language model that plans can be asked from, and who would read the wishes. */
export class LanguageModel {
  stage = $state<"asking" | "known" | "offline">("asking");
  about = $state.raw<LanguageModelShape | null>(null);

  async ask(): Promise<void> {
    const answer = await server.call((api) => api.GET("/api/v1/language-model"));
    if (answer.ok) this.about = answer.data;
    this.stage = answer.ok ? "known" : "offline";
  }

  /** Let the wishes be sent to the host that is shown, or take that back. */
  async agree(isAgreed: boolean): Promise<boolean> {
    const agreedTo = isAgreed ? (this.about?.sentTo ?? null) : null;
    return this.#take(
      await server.call((api) =>
        api.PUT("/api/v1/language-model/consent", { body: { agreedTo } }),
      ),
    );
  }

  /** Keep a key of one's own; null forgets it. */
  async keepKey(key: string | null): Promise<boolean> {
    return this.#take(
      await server.call((api) =>
        api.PUT("/api/v1/language-model/key", { body: { key } }),
      ),
    );
  }

  #take(answer: Answer<LanguageModelShape>): boolean {
    if (!isDone(answer)) return false;
    this.about = answer.data;
    return true;
  }
}

/** A plan that was asked for, or why there is none, in words. */
export type Asked =
  | { readonly plan: GeneratedPlanShape }
  | { readonly refused: string; readonly plan?: never };

/** Ask the language model for a plan for the saved profile; it may take minutes. */
export async function askedPlan(
  onjob: (job: JobShape) => void,
  avoid: number[] = [],
): Promise<Asked> {
  const begun = await server.call((api) =>
    api.POST("/api/v1/plans/asked", { body: { startDate: app.today, avoid, seed: 0 } }),
  );
  if (!begun.ok) return { refused: refusedText(begun) };
  const { id } = begun.data;
  onjob(begun.data);
  const job = await new Promise<JobShape>((done) => {
    followJob(id, (now) => {
      if (now.finishedAt) done(now);
    });
  });
  if (job.status !== "done") return { refused: t("model.stopped") };
  const answer = await server.call((api) =>
    api.GET("/api/v1/plans/asked/{job_id}", { params: { path: { job_id: id } } }),
  );
  return answer.ok ? { plan: answer.data } : { refused: refusedText(answer) };
}

/** Stop asking. */
export async function stopAsking(id: string): Promise<void> {
  await server.call((api) =>
    api.POST("/api/v1/jobs/{job_id}/cancel", { params: { path: { job_id: id } } }),
  );
}

/** What a text comes to, or why it could not be read. */
export type ReadText =
  | {
      readonly profile: TrainingProfileBody;
      readonly changed: readonly string[];
      readonly unclear: readonly string[];
    }
  | { readonly refused: string; readonly profile?: never };

/** Let the language model read wishes in one's own words; nothing of it is kept. */
export async function readWishes(text: string): Promise<ReadText> {
  const answer = await server.call((api) =>
    api.POST("/api/v1/training-profile/read-text", { body: { text } }),
  );
  return answer.ok ? answer.data : { refused: refusedText(answer) };
}
