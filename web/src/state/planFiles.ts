import type { ReadPlanShape } from "../api/client.ts";
import { t } from "../messages/index.svelte.ts";
import { isDone, refusedText } from "./refusal.ts";
import { server } from "./server.ts";

const LARGEST = 1_000_000;

export type ReadPlan = ReadPlanShape;

/** A plan from a file, or why it is none. */
export type FromFile =
  { readonly plan: ReadPlan } | { readonly refused: string; readonly plan?: never };

/** Read a plan file; what it holds is looked at by the server, and not kept. */
export async function readPlanFile(file: Blob): Promise<FromFile> {
  if (file.size > LARGEST) return { refused: t("planFile.tooLarge") };
  let body: unknown;
  try {
    body = JSON.parse(await file.text());
  } catch {
    return { refused: t("planFile.noJson") };
  }
  const answer = await server.call((api) =>
    api.POST("/api/v1/plans/read", { body: body as never }),
  );
  return answer.ok ? { plan: answer.data } : { refused: refusedText(answer) };
}

/** Return the plan of a block as a file; says why if it cannot be had. */
export async function planFileOf(id: string): Promise<Blob | null> {
  const answer = await server.call((api) =>
    api.GET("/api/v1/mesocycles/{mesocycle_id}/plan-file", {
      params: { path: { mesocycle_id: id } },
    }),
  );
  if (!isDone(answer)) return null;
  const text = `${JSON.stringify(answer.data, null, 2)}\n`;
  return new Blob([text], { type: "application/json" });
}
