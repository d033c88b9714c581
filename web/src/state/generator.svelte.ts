import type { GeneratedPlanShape, TrainingProfileBody } from "../api/client.ts";
import { app } from "./app.svelte.ts";
import { askedPlan, stopAsking } from "./languageModel.svelte.ts";
import { type NameOf, madeDraft } from "./madeDraft.ts";
import type { NewBlock } from "./newBlock.svelte.ts";
import { isDone, refusedText } from "./refusal.ts";
import { server } from "./server.ts";

const MOST_AVOIDED = 100;
const MOST_SEED = 1000;

export type TrainingProfile = TrainingProfileBody;

/** The profile that plans are made for, and the plans that were made of it. */
export class Generator {
  stage = $state<"asking" | "known" | "offline">("asking");
  profile = $state.raw<TrainingProfileBody | null>(null);
  isMaking = $state(false);
  /** The job of a language model that is being asked, if one is. */
  isAsking = $state(false);
  #jobId: string | null = null;
  /** Why no plan could be made. */
  refused = $state<string | null>(null);

  async ask(): Promise<void> {
    this.stage = "asking";
    const answer = await server.call((api) => api.GET("/api/v1/training-profile"));
    if (answer.ok) this.profile = answer.data;
    this.stage = answer.ok ? "known" : "offline";
  }

  /** Change what plans are made for. */
  edit(change: Partial<TrainingProfileBody>): void {
    if (this.profile) this.profile = { ...this.profile, ...change };
    this.refused = null;
  }

  /** Keep the profile and make a plan of it; says why if there is none. */
  async make(fresh: NewBlock, name: string, nameOf: NameOf): Promise<void> {
    const { profile } = this;
    if (!profile || this.isMaking) return;
    this.isMaking = true;
    this.refused = null;
    const kept = await keptProfile(profile);
    const answer = kept.ok ? await made({}) : null;
    this.isMaking = false;
    if (!kept.ok) this.refused = refusedText(kept);
    else if (answer && !answer.ok) this.refused = refusedText(answer);
    else if (answer?.ok) {
      const plan = answer.data;
      fresh.fromMade({ plan, avoid: [], seed: 0 }, madeDraft(plan, nameOf), name);
    }
  }

  /** Keep the profile; returns whether it is kept, and says why if it is not. */
  async keep(): Promise<boolean> {
    const { profile } = this;
    if (!profile) return false;
    this.refused = null;
    const kept = await keptProfile(profile);
    if (!kept.ok) this.refused = refusedText(kept);
    return kept.ok;
  }

  /** Keep the profile and ask a language model for a plan of it. */
  async askModel(fresh: NewBlock, name: string, nameOf: NameOf): Promise<void> {
    const { profile } = this;
    if (!profile || this.isAsking) return;
    this.isAsking = true;
    this.refused = null;
    const kept = await keptProfile(profile);
    const asked = kept.ok
      ? await askedPlan((job) => (this.#jobId = job.id))
      : { refused: refusedText(kept) };
    this.isAsking = false;
    this.#jobId = null;
    const { plan } = asked;
    if (!plan) this.refused = asked.refused;
    else fresh.fromMade({ plan, avoid: [], seed: 0 }, madeDraft(plan, nameOf), name);
  }

  /** Ask no more. */
  async stopAsking(): Promise<void> {
    if (this.#jobId) await stopAsking(this.#jobId);
  }
}

function keptProfile(profile: TrainingProfileBody) {
  return server.call((api) => api.PUT("/api/v1/training-profile", { body: profile }));
}

/** Make a plan with other exercises than those that were offered before. */
export async function anotherOption(fresh: NewBlock, nameOf: NameOf): Promise<void> {
  const { made: before } = fresh;
  if (!before) return;
  const shown = fresh.edit.draft.flatMap((day) =>
    day.exercises.map((one) => one.exerciseId),
  );
  const avoid = [...shown, ...before.avoid]
    .filter((id, index, all) => all.indexOf(id) === index)
    .slice(0, MOST_AVOIDED);
  const seed = (before.seed + 1) % MOST_SEED;
  fresh.isMaking = true;
  const answer = await made({ avoid, seed });
  fresh.isMaking = false;
  if (!isDone(answer)) return;
  const plan = answer.data;
  fresh.fromMade({ plan, avoid, seed }, madeDraft(plan, nameOf), fresh.name);
}

function made(more: { readonly avoid?: number[]; readonly seed?: number }) {
  return server.call<GeneratedPlanShape>((api) =>
    api.POST("/api/v1/plans/generate", { body: { startDate: app.today, ...more } }),
  );
}
