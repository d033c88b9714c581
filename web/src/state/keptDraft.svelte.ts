import { keepScrap, onScrap, scrap } from "../local/scraps.ts";
import type { Draft } from "../model/workout/draft.ts";
import { NO_DRAFT, textToDraft } from "../model/workout/draft.ts";

/** The draft of one workout, kept on this device until the workout is over. */
export class KeptDraft {
  readonly #name: string;
  now = $state.raw<Draft>(NO_DRAFT);

  constructor(logId: string) {
    this.#name = `workout.${logId}`;
    this.now = textToDraft(scrap(this.#name));
  }

  edit(some: Partial<Draft>): void {
    this.now = { ...this.now, ...some };
    keepScrap(this.#name, JSON.stringify(this.now));
  }

  /** Follow what another tab plans; returns how to stop. */
  follow(): () => void {
    return onScrap(this.#name, (text) => {
      this.now = textToDraft(text);
    });
  }

  forget(): void {
    keepScrap(this.#name, null);
  }
}
