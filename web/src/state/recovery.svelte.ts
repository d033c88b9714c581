import type { RecoveryShape } from "../api/client.ts";
import { Asked } from "./asked.svelte.ts";
import { isDone } from "./refusal.ts";
import { server } from "./server.ts";

export type NightSource = RecoveryShape["sources"][number]["source"];

/** The Recovery screen: nights, readiness, and where they come from. */
export class Recovery {
  readonly asked = new Asked<RecoveryShape>();
  isBusy = $state(false);
  #turn = 0;

  async load(): Promise<void> {
    this.#turn += 1;
    await this.asked.ask(String(this.#turn), () =>
      server.call((api) =>
        api.GET("/api/v1/recovery", { params: { query: { days: 90 } } }),
      ),
    );
  }

  /** Return where WHOOP's own login is; null if it cannot be begun, which is said. */
  async login(): Promise<string | null> {
    const answer = await this.#busy(() =>
      server.call((api) => api.POST("/api/v1/recovery/whoop/login")),
    );
    return isDone(answer) ? answer.data.address : null;
  }

  /** Connect with what WHOOP's login gave; returns whether it did. */
  async connect(code: string, state: string): Promise<boolean> {
    const answer = await this.#busy(() =>
      server.call((api) =>
        api.PUT("/api/v1/recovery/whoop/connection", { body: { code, state } }),
      ),
    );
    await this.load();
    return isDone(answer);
  }

  async disconnect(): Promise<boolean> {
    const answer = await this.#busy(() =>
      server.call((api) => api.DELETE("/api/v1/recovery/whoop/connection")),
    );
    await this.load();
    return isDone(answer);
  }

  /** Send a file of nights; returns how many mornings it held, null if refused. */
  async send(file: File): Promise<number | null> {
    const answer = await this.#busy(() =>
      server.call((api) =>
        api.POST("/api/v1/recovery/files", {
          params: { query: {} },
          body: { file: "" },
          bodySerializer: () => file,
          headers: { "Content-Type": "application/octet-stream" },
        }),
      ),
    );
    if (!isDone(answer)) return null;
    await this.load();
    return answer.data.recoveries;
  }

  async clear(source: NightSource): Promise<boolean> {
    const answer = await this.#busy(() =>
      server.call((api) =>
        api.DELETE("/api/v1/recovery/sources/{source}", {
          params: { path: { source } },
        }),
      ),
    );
    await this.load();
    return isDone(answer);
  }

  async #busy<T>(act: () => Promise<T>): Promise<T> {
    this.isBusy = true;
    try {
      return await act();
    } finally {
      this.isBusy = false;
    }
  }
}
