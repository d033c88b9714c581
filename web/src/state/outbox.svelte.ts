import * as reading from "../local/reading.ts";
import type { RefusedEntry } from "../local/schema.ts";
import type { Mutation } from "../model/mutations.ts";
import { home, homeIfAny } from "./home.ts";

export interface Refused extends Mutation {
  readonly problem: string;
  readonly field: string;
  readonly rule: string;
  readonly remedy: string;
}

/** What the server has not answered yet, and what it refused. */
class Outbox {
  entries = $state.raw<readonly Mutation[]>([]);
  refused = $state.raw<readonly Refused[]>([]);

  async look(): Promise<void> {
    const here = homeIfAny();
    if (!here) return;
    this.entries = await reading.unanswered(here.store);
    this.refused = (await reading.refusedEntries(here.store)).map(flat);
  }

  /** Drop a refused change for good. */
  async drop(id: string): Promise<void> {
    await reading.dropRefused(home().store, id);
    await this.look();
  }

  /** Return everything that is not on the server, as a file to keep. */
  asFile(): Blob {
    const text = JSON.stringify(
      {
        format: "metricgain-outbox",
        version: 1,
        waiting: this.entries,
        refused: this.refused,
      },
      null,
      1,
    );
    return new Blob([text], { type: "application/json" });
  }

  empty(): void {
    this.entries = [];
    this.refused = [];
  }
}

function flat({ mutation, ...why }: RefusedEntry): Refused {
  return { ...mutation, ...why };
}

export const outbox = new Outbox();
