import type { components } from "../api/schema.ts";
import { Asked } from "./asked.svelte.ts";
import { server } from "./server.ts";

export type Overview = components["schemas"]["AdminOverview"];
export type Events = components["schemas"]["AdminEvents"];
export type Health = components["schemas"]["HealthShape"];

/** How the installation is doing, for its administrator. */
export class Instance {
  readonly health = new Asked<Health>();
  readonly overview = new Asked<Overview>();
  readonly events = new Asked<Events>();

  ask(): void {
    this.health.forget();
    this.overview.forget();
    this.events.forget();
    void this.events.ask("events", () =>
      server.call((api) => api.GET("/api/v1/admin/events")),
    );
    void this.health.ask("health", () =>
      server.call((api) => api.GET("/api/v1/admin/health")),
    );
    void this.overview.ask("overview", () =>
      server.call((api) => api.GET("/api/v1/admin/overview")),
    );
  }
}
