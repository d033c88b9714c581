import type { PlanFile, ReadPlanShape } from "../api/client.ts";
import { t } from "../messages/index.svelte.ts";
import type { ProgramContent } from "./programFile.svelte.ts";
import { isDone, refusedText } from "./refusal.ts";
import { server } from "./server.ts";

const LARGEST = 1_000_000;
const PROGRAM = "metricgain-program";

export type ReadPlan = ReadPlanShape;

/** A plan or a program from a file, or why it is neither. */
export type FromFile =
  | { readonly kind: "plan"; readonly plan: ReadPlan }
  | { readonly kind: "program"; readonly program: ProgramContent }
  | { readonly kind: "refused"; readonly refused: string };

/** Read a plan file; what it holds is looked at by the server, and not kept. */
export async function readPlanFile(file: Blob): Promise<FromFile> {
  if (file.size > LARGEST) return refusedBecause(t("planFile.tooLarge"));
  let body: unknown;
  try {
    body = JSON.parse(await file.text());
  } catch {
    return refusedBecause(t("planFile.noJson"));
  }
  if (isProgram(body)) return { kind: "program", program: body };
  const answer = await server.call((api) =>
    // The server is who says whether it is a plan.
    api.POST("/api/v1/plans/read", { body: body as PlanFile }),
  );
  return answer.ok
    ? { kind: "plan", plan: answer.data }
    : refusedBecause(refusedText(answer));
}

/** Return the plan of a block as a file; says why if it cannot be had. */
export async function planFileOf(id: string): Promise<Blob | null> {
  const answer = await server.call((api) =>
    api.GET("/api/v1/mesocycles/{mesocycle_id}/plan-file", {
      params: { path: { mesocycle_id: id } },
    }),
  );
  return isDone(answer) ? fileOf(answer.data) : null;
}

/** Return a program as a file; says why if it cannot be had. */
export async function programFileOf(id: string): Promise<Blob | null> {
  const answer = await server.call((api) =>
    api.GET("/api/v1/programs/{program_id}/plan-file", {
      params: { path: { program_id: id } },
    }),
  );
  return isDone(answer) ? fileOf(answer.data) : null;
}

function refusedBecause(refused: string): FromFile {
  return { kind: "refused", refused };
}

function isProgram(body: unknown): body is ProgramContent {
  return (
    typeof body === "object" &&
    body !== null &&
    "format" in body &&
    body.format === PROGRAM
  );
}

function fileOf(content: object): Blob {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  return new Blob([text], { type: "application/json" });
}
