import type { KeepProgramBody, ReadProgramShape } from "../api/client.ts";
import { app } from "./app.svelte.ts";
import { newId } from "./clock.svelte.ts";
import { refusedText } from "./refusal.ts";
import { server } from "./server.ts";

export type ProgramContent = KeepProgramBody["program"];

/** A program that came as a file, before it is kept. */
export class ProgramFile {
  startDate = $state(app.today);
  found = $state.raw<ReadProgramShape | null>(null);
  /** Why it cannot be read, or kept. */
  refused = $state<string | null>(null);
  isBusy = $state(false);
  readonly #content: ProgramContent;
  readonly #id = newId();

  constructor(content: ProgramContent) {
    this.#content = content;
  }

  /** Ask what it comes to from its first day on. */
  async look(): Promise<void> {
    const { startDate } = this;
    const answer = await server.call((api) =>
      api.POST("/api/v1/programs/read", {
        body: { startDate, program: this.#content },
      }),
    );
    // Another day was chosen meanwhile, and is asked for by itself.
    if (startDate !== this.startDate) return;
    this.refused = answer.ok ? null : refusedText(answer);
    if (answer.ok) this.found = answer.data;
  }

  /** Keep it; returns its id, null where it is refused. */
  async keep(name: string): Promise<string | null> {
    this.isBusy = true;
    const answer = await server.call((api) =>
      api.POST("/api/v1/programs/from-file", {
        body: {
          id: this.#id,
          startDate: this.startDate,
          name,
          program: this.#content,
        },
      }),
    );
    this.isBusy = false;
    this.refused = answer.ok ? null : refusedText(answer);
    if (!answer.ok) return null;
    await app.syncNow();
    return answer.data.id;
  }
}
