import { refusedText } from "./refusal.ts";
import { app } from "./app.svelte.ts";
import { isDone } from "./refusal.ts";
import { rows } from "./rows.svelte.ts";
import { server } from "./server.ts";
import {
  type Finding,
  type GapAdvice,
  type GapKind,
  adviceOf,
} from "../model/plan/findings.ts";
import { type Draft, exerciseBody, inSavingOrder } from "../model/plan/draft.ts";

type PathOf = { readonly path: { readonly mesocycle_id: string } };
const of = (mesocycle_id: string): PathOf => ({ path: { mesocycle_id } });

/** What only the server knows of a block: what its check finds, and advice on breaks. */
export class BlockAdvice {
  findings = $state.raw<readonly Finding[]>([]);
  gap = $state.raw<GapAdvice | null>(null);
  programId = $state<string | null>(null);
  state = $state<"asking" | "known" | "offline">("asking");

  async ask(id: string): Promise<void> {
    const answer = await server.call((api) =>
      api.GET("/api/v1/mesocycles/{mesocycle_id}", { params: of(id) }),
    );
    if (answer.ok) {
      this.findings = answer.data.findings;
      this.programId = answer.data.programId;
      this.gap = adviceOf(answer.data.gapAdvice);
    }
    this.state = answer.ok ? "known" : "offline";
  }
}

async function settled(answer: Parameters<typeof isDone>[0]): Promise<boolean> {
  if (!isDone(answer)) return false;
  await app.syncNow();
  return true;
}

export async function editBlock(
  id: string,
  body: {
    readonly name?: string;
    readonly description?: string | null;
    readonly emphasis?: Readonly<Record<string, "maintain" | "grow" | "emphasize">>;
  },
): Promise<boolean> {
  return settled(
    await server.call((api) =>
      api.PATCH("/api/v1/mesocycles/{mesocycle_id}", { params: of(id), body }),
    ),
  );
}

export async function resizeBlock(id: string, durationWeeks: number): Promise<boolean> {
  return settled(
    await server.call((api) =>
      api.POST("/api/v1/mesocycles/{mesocycle_id}/resize", {
        params: of(id),
        body: { durationWeeks },
      }),
    ),
  );
}

export async function deloadNow(id: string): Promise<boolean> {
  return settled(
    await server.call((api) =>
      api.POST("/api/v1/mesocycles/{mesocycle_id}/deload", { params: of(id) }),
    ),
  );
}

export async function followGap(
  id: string,
  body: { readonly on: string; readonly kind: GapKind },
): Promise<boolean> {
  return settled(
    await server.call((api) =>
      api.POST("/api/v1/mesocycles/{mesocycle_id}/gap", { params: of(id), body }),
    ),
  );
}

export async function endBlock(id: string): Promise<boolean> {
  return settled(
    await server.call((api) =>
      api.POST("/api/v1/mesocycles/{mesocycle_id}/end", { params: of(id) }),
    ),
  );
}

/** Keep the sets of an old block in small on the server. */
export async function archiveBlock(id: string): Promise<boolean> {
  return settled(
    await server.call((api) =>
      api.POST("/api/v1/mesocycles/{mesocycle_id}/archive", { params: of(id) }),
    ),
  );
}

export async function bringBackBlock(id: string): Promise<boolean> {
  return settled(
    await server.call((api) =>
      api.POST("/api/v1/mesocycles/{mesocycle_id}/bring-back", { params: of(id) }),
    ),
  );
}

export async function deleteBlock(id: string): Promise<boolean> {
  return settled(
    await server.call((api) =>
      api.DELETE("/api/v1/mesocycles/{mesocycle_id}", { params: of(id) }),
    ),
  );
}

/** How saving a plan went: the days that are saved, and why another is not. */
export interface Saved {
  readonly saved: readonly string[];
  readonly failed: { readonly day: string; readonly why: string } | null;
}

/**
 * Save the days of a plan that changed; stops at the first one that is refused.
 */
export async function savePlan(
  id: string,
  before: Draft,
  after: Draft,
): Promise<Saved> {
  const saved: string[] = [];
  let failed: Saved["failed"] = null;
  for (const day of inSavingOrder(before, after)) {
    const answer = await server.call((api) =>
      api.PUT("/api/v1/mesocycles/{mesocycle_id}/workouts/{workout_id}", {
        params: { path: { mesocycle_id: id, workout_id: day.id } },
        body: { exercises: day.exercises.map(exerciseBody) },
      }),
    );
    if (!answer.ok) {
      failed = { day: day.name, why: refusedText(answer) };
      break;
    }
    saved.push(day.name);
  }
  if (saved.length > 0) await app.syncNow();
  return { saved, failed };
}

/** Bring the workouts of a block into `rows.logs`, however long ago it was. */
export async function loadBlockLogs(id: string): Promise<void> {
  const block = rows.mesocycles.get(id);
  if (!block?.startDate) return;
  await rows.loadLogs(block.startDate, block.endDate ?? "9999-12-31");
}
