/** Sending the plan of a new block to the server. */

import type { StartBody } from "../model/plan/start.ts";
import { nameToKeep } from "./blockName.ts";
import { endBlock } from "./blocks.svelte.ts";
import { isDone } from "./refusal.ts";
import { rows } from "./rows.svelte.ts";
import { type Answer, server } from "./server.ts";

/** The planned block of a program that a plan becomes, as it was when it was seen. */
export interface Into {
  readonly id: string;
  readonly revision: number;
}

/** Start a block after ending the one that runs; returns whether it has begun. */
export async function startBlock(
  body: StartBody & { readonly id: string },
  into: Into | null,
): Promise<boolean> {
  const running = rows.activeBlock;
  const isFree = !running || running.id === body.id || (await endBlock(running.id));
  return isFree && isDone(await sendBlock(body, into));
}

/** Send a new block, or begin the one that a program plans with this plan instead. */
function sendBlock(body: StartBody, into: Into | null): Promise<Answer<unknown>> {
  if (!into)
    return server.call<unknown>((api) => api.POST("/api/v1/mesocycles", { body }));
  const { startDate, durationWeeks, emphasis, workouts } = body;
  const planned = rows.mesocycles.get(into.id);
  const name = planned ? nameToKeep(planned, body.name ?? "") : body.name;
  return server.call<unknown>((api) =>
    api.POST("/api/v1/mesocycles/{mesocycle_id}/start", {
      params: { path: { mesocycle_id: into.id } },
      body: {
        startDate,
        name,
        durationWeeks,
        emphasis,
        revision: into.revision,
        ...(workouts && { workouts }),
      },
    }),
  );
}
