import type { HabitsShape } from "../api/client.ts";
import { server } from "./server.ts";

/** How the lifter trains, as the server reads it from the log. */
export class Habits {
  stage = $state<"asking" | "known" | "offline">("asking");
  found = $state.raw<HabitsShape | null>(null);

  async ask(): Promise<void> {
    this.stage = "asking";
    const answer = await server.call((api) => api.GET("/api/v1/habits"));
    if (answer.ok) this.found = answer.data;
    this.stage = answer.ok ? "known" : "offline";
  }
}
