import { isDone } from "./refusal.ts";
import { server } from "./server.ts";

/** The secret address at which a calendar program reads the workouts. */
export class CalendarFeed {
  stage = $state<"asking" | "known" | "offline">("asking");
  createdAt = $state<string | null>(null);
  /** A new address, which is never shown again. */
  fresh = $state<string | null>(null);

  async ask(): Promise<void> {
    this.stage = "asking";
    const answer = await server.call((api) => api.GET("/api/v1/calendar-feed"));
    if (answer.ok) this.createdAt = answer.data.createdAt;
    this.stage = answer.ok ? "known" : "offline";
  }

  async make(): Promise<void> {
    const answer = await server.call((api) => api.POST("/api/v1/calendar-feed"));
    if (!isDone(answer)) return;
    await this.ask();
    this.fresh = answer.data.address;
  }

  async revoke(): Promise<boolean> {
    const answer = await server.call((api) => api.DELETE("/api/v1/calendar-feed"));
    if (!isDone(answer)) return false;
    this.createdAt = null;
    this.fresh = null;
    return true;
  }
}
