import { t } from "../messages/index.svelte.ts";
import { keepScrap, scrap } from "../local/scraps.ts";
import { app } from "./app.svelte.ts";
import { refusedText } from "./refusal.ts";
import { rows } from "./rows.svelte.ts";
import { server } from "./server.ts";

export interface GapAdvice {
  readonly kind: string;
  readonly days: number;
  readonly because: string;
  readonly ruleId: string;
}

const NAME = "break";
const DAY_MS = 86_400_000;
/** A shorter break changes nothing (docs/engine/disruptions.md). */
const SHORTEST = 7;

/** What the server advises after some time without training. */
export class Break {
  advice = $state.raw<GapAdvice | null>(null);
  isBusy = $state(false);
  problem = $state("");

  /** Ask for advice, if so much time has passed and it was not turned down before. */
  async look(blockId: string, today: string): Promise<void> {
    const last = lastTrained();
    if (last === null || daysBetween(last, today) < SHORTEST) return;
    if (scrap(NAME) === `${blockId}/${last}`) return;
    const answer = await server.call((api) => api.GET("/api/v1/today"));
    if (answer.ok) this.advice = answer.data.gapAdvice;
  }

  async follow(blockId: string, kind: string, today: string): Promise<void> {
    this.isBusy = true;
    const answer = await server.call((api) =>
      api.POST("/api/v1/mesocycles/{mesocycle_id}/gap", {
        params: { path: { mesocycle_id: blockId } },
        body: { on: today, kind: kind as "repeat" | "restart" | "new_block" },
      }),
    );
    this.isBusy = false;
    if (answer.ok) {
      this.advice = null;
      await app.syncNow();
      app.say(t("today.gapDone"));
    } else {
      this.problem = refusedText(answer);
    }
  }

  /** Go on as planned; this break is not mentioned again. */
  dismiss(): void {
    keepScrap(NAME, `${rows.activeBlock?.id ?? ""}/${lastTrained() ?? ""}`);
    this.advice = null;
  }
}

function lastTrained(): string | null {
  return [...rows.logs.values()]
    .filter((log) => log.status === "completed")
    .reduce<string | null>(
      (last, log) => (last === null || log.localDate > last ? log.localDate : last),
      null,
    );
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
