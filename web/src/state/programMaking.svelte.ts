import type { JobShape } from "../api/client.ts";
import { t } from "../messages/index.svelte.ts";
import { app } from "./app.svelte.ts";
import { newId } from "./clock.svelte.ts";
import { followJob } from "./followJob.ts";
import { refusalOfJob } from "../model/problem.ts";
import { toldRefusal } from "./refusalSayings.ts";
import { refusedText } from "./refusal.ts";
import { server } from "./server.ts";

/** A sentence about a place: `program`, a block, a muscle, or an exercise. */
export interface Said {
  readonly place: string;
  readonly because: string;
  readonly remedy: string;
}

/** What to know about a program that was made. */
export interface ProgramOutcome {
  readonly programId: string;
  readonly handedOver: readonly Said[];
  readonly repairs: readonly Said[];
  readonly unmet: readonly Said[];
}

type Asked = { readonly id: string; readonly jobId: string } | null;

/** A program while the server makes it. */
export class ProgramMaking {
  startDate = $state(app.today);
  job = $state.raw<JobShape | null>(null);
  isAsking = $state(false);
  /** Why there is no program. */
  refused = $state<string | null>(null);

  readonly isMaking = $derived(this.isAsking || this.job !== null);

  /** Have a program made; returns its id and that of its job, null if there is none. */
  async make(name: string, planner: "ai" | null): Promise<Asked> {
    this.refused = null;
    this.isAsking = true;
    const id = newId();
    const begun = await server.call((api) =>
      api.POST("/api/v1/programs/asked", {
        body: { id, name, startDate: this.startDate, planner },
      }),
    );
    this.isAsking = false;
    if (!begun.ok) {
      this.refused = refusedText(begun);
      return null;
    }
    const job = await this.#end(begun.data);
    if (job.status === "done") {
      await app.syncNow();
      return { id, jobId: job.id };
    }
    if (job.status === "failed") this.refused = await ruleOf(job);
    return null;
  }

  /** Make it no more: nothing of it stays. */
  async stop(): Promise<void> {
    const { job } = this;
    if (!job) return;
    await server.call((api) =>
      api.POST("/api/v1/jobs/{job_id}/cancel", {
        params: { path: { job_id: job.id } },
      }),
    );
  }

  async #end(begun: JobShape): Promise<JobShape> {
    this.job = begun;
    const job = await new Promise<JobShape>((done) => {
      followJob(begun.id, (now) => {
        this.job = now;
        if (now.finishedAt) done(now);
      });
    });
    this.job = null;
    return job;
  }
}

/** Return what to know about a program, as long as its job is remembered. */
export async function outcomeOf(jobId: string): Promise<ProgramOutcome | null> {
  const answer = await server.call((api) =>
    api.GET("/api/v1/jobs/{job_id}", { params: { path: { job_id: jobId } } }),
  );
  if (!answer.ok || answer.data.status !== "done") return null;
  return answer.data.outcome as unknown as ProgramOutcome;
}

async function ruleOf(job: JobShape): Promise<string> {
  const refusal = refusalOfJob(job);
  return refusal ? (await toldRefusal(refusal)).text : t("common.broken");
}
