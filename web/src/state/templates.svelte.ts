import type { ListedTemplate } from "../model/plan/choose.ts";
import { newId } from "./clock.svelte.ts";
import { isDone } from "./refusal.ts";
import { server } from "./server.ts";

/** The templates that a block can be started from. They need the server. */
export class Templates {
  stage = $state<"asking" | "known" | "offline">("asking");
  all = $state.raw<readonly (ListedTemplate & { readonly isSystem: boolean })[]>([]);

  async ask(): Promise<void> {
    this.stage = "asking";
    const answer = await server.call((api) => api.GET("/api/v1/templates"));
    if (answer.ok) this.all = answer.data;
    this.stage = answer.ok ? "known" : "offline";
  }

  async remove(id: string): Promise<boolean> {
    const answer = await server.call((api) =>
      api.DELETE("/api/v1/templates/{template_id}", {
        params: { path: { template_id: id } },
      }),
    );
    if (!isDone(answer)) return false;
    this.all = this.all.filter((one) => one.id !== id);
    return true;
  }
}

/** Keep the plan of a block as a template of the lifter's own. */
export async function saveTemplate(
  mesocycleId: string,
  name: string,
): Promise<boolean> {
  const body = { id: newId(), mesocycleId, name };
  return isDone(await server.call((api) => api.POST("/api/v1/templates", { body })));
}
