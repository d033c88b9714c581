import type { RowRef } from "../model/effects/bag.ts";

/** What a tab tells the others: rows that it changed, or that all must look again. */
export type News =
  | { readonly kind: "rows"; readonly refs: readonly RowRef[] }
  | { readonly kind: "everything" }
  | { readonly kind: "signedOut" };

/** The tabs of one user in this browser. */
export class Tabs {
  readonly #channel: BroadcastChannel | null;

  constructor(userId: number, onnews: (news: News) => void) {
    this.#channel =
      "BroadcastChannel" in globalThis
        ? new BroadcastChannel(`metricgain-${String(userId)}`)
        : null;
    if (this.#channel) {
      this.#channel.onmessage = (event: MessageEvent<News>) => {
        onnews(event.data);
      };
    }
  }

  tell(news: News): void {
    this.#channel?.postMessage(news);
  }

  close(): void {
    this.#channel?.close();
  }
}
