import type { MorningShape } from "../api/client.ts";
import { keepScrap, scrap } from "../local/scraps.ts";
import { app } from "./app.svelte.ts";
import { rows } from "./rows.svelte.ts";
import { server } from "./server.ts";

/** Last night, for Today and the workout; asked for once a day, and never waited for. */
class Morning {
  data = $state.raw<MorningShape | null>(null);
  #day = "";

  async ask(day: string): Promise<void> {
    if (this.#day === day) return;
    this.#day = day;
    // A gym without a network still knows what was heard at home.
    this.data = read(scrap(kept())) ?? this.data;
    const answer = await server.call((api) => api.GET("/api/v1/recovery/today"));
    if (answer.ok) {
      this.data = answer.data;
      keepScrap(kept(), JSON.stringify(answer.data));
    } else this.#day = "";
  }

  /** Tell whether a low readiness of a day holds back, as the lifter prefers. */
  isLow(day: string): boolean {
    const found = this.data?.day === day ? this.data : null;
    const isUsed = rows.preferences?.useReadiness ?? found?.usesReadiness ?? false;
    return isUsed && found?.readiness?.isLow === true;
  }
}

/** What one lifter's nights say is nobody else's on the same browser. */
function kept(): string {
  return `morning.${app.settings.userId ?? ""}`;
}

function read(text: string | null): MorningShape | null {
  if (!text) return null;
  try {
    return JSON.parse(text) as MorningShape;
  } catch {
    return null;
  }
}

export const morning = new Morning();
