import type { MorningShape } from "../api/client.ts";
import { server } from "./server.ts";

/** Last night, for the mark on Today; asked for once a day, and never waited for. */
class Morning {
  data = $state.raw<MorningShape | null>(null);
  #day = "";

  async ask(day: string): Promise<void> {
    if (this.#day === day) return;
    this.#day = day;
    const answer = await server.call((api) => api.GET("/api/v1/recovery/today"));
    if (answer.ok) this.data = answer.data;
    else this.#day = "";
  }
}

export const morning = new Morning();
