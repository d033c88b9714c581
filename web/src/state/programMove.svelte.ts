import type { ProgramMoveShape } from "../api/client.ts";
import { t } from "../messages/index.svelte.ts";
import { app } from "./app.svelte.ts";
import { isDone } from "./refusal.ts";
import { server } from "./server.ts";

type Start = { readonly id: string; readonly startDate: string };

/** What of a program would move because a block before it lasts longer. */
export class ProgramMove {
  offer = $state.raw<ProgramMoveShape | null>(null);
  isMoving = $state(false);
  readonly #id: string;
  readonly #onmoved: () => Promise<void>;

  constructor(id: string, onmoved: () => Promise<void>) {
    this.#id = id;
    this.#onmoved = onmoved;
  }

  async ask(): Promise<void> {
    const answer = await server.call((api) =>
      api.GET("/api/v1/programs/{program_id}/move", {
        params: { path: { program_id: this.#id } },
      }),
    );
    if (answer.ok) this.offer = answer.data;
  }

  /** Move what was shown, as it was shown. */
  async accept(): Promise<void> {
    const blocks = this.offer?.blocks ?? [];
    const before = blocks.map(({ id, startDate }) => ({ id, startDate }));
    const after = blocks.map(({ id, newStartDate }) => ({
      id,
      startDate: newStartDate,
    }));
    if (!(await this.#move(after))) return;
    app.say(t("program.moved", { n: blocks.length }), {
      undo: () => void this.#move(before),
    });
  }

  async #move(blocks: readonly Start[]): Promise<boolean> {
    this.isMoving = true;
    const answer = await server.call((api) =>
      api.POST("/api/v1/programs/{program_id}/move", {
        params: { path: { program_id: this.#id } },
        body: { blocks: [...blocks] },
      }),
    );
    const isRight = isDone(answer);
    if (isRight) await Promise.all([app.syncNow(), this.#onmoved(), this.ask()]);
    this.isMoving = false;
    return isRight;
  }
}
