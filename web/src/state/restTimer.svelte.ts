import { keepScrap, onScrap, scrap } from "../local/scraps.ts";
import type { Rest } from "../model/workout/rest.ts";
import {
  changedRest,
  isSound,
  restDone,
  secondsLeft,
  startedRest,
  textToRest,
} from "../model/workout/rest.ts";
import { app } from "./app.svelte.ts";
import { bell } from "./bell.ts";
import { clock } from "./clock.svelte.ts";

const NAME = "rest";
/** How long ago a rest may have ended and still be rung for, in seconds. */
const LATE = 20;
/** How long the end of a rest is shown, in seconds. */
const SHOWN = 300;

/** The rest between two sets: one on this device, kept as the moment when it ends. */
class RestTimer {
  #rest = $state.raw<Rest | null>(textToRest(scrap(NAME), Date.now()));
  #alarm: ReturnType<typeof setTimeout> | undefined;

  /** Seconds left, below 0 once it is over, null without a rest. */
  readonly left = $derived.by(() => {
    const now = clock.now.getTime();
    if (!this.#rest || !isSound(this.#rest, now)) return null;
    const left = secondsLeft(this.#rest, now);
    return left < -SHOWN ? null : left;
  });
  readonly done = $derived(this.#rest ? restDone(this.#rest, clock.now.getTime()) : 0);
  /** Whether the rest has ended: what is read aloud, once. */
  readonly isOver = $derived(this.left !== null && this.left <= 0);

  constructor() {
    this.#setAlarm();
    onScrap(NAME, (text) => {
      this.#rest = textToRest(text, Date.now());
      this.#setAlarm();
    });
    document.addEventListener("visibilitychange", () => {
      this.#setAlarm();
    });
  }

  start(seconds: number): void {
    this.#take(startedRest(seconds, Date.now()));
  }

  /** Make the rest longer, or with a number below 0 shorter. */
  change(by: number): void {
    if (this.#rest) this.#take(changedRest(this.#rest, by, Date.now()));
  }

  stop(): void {
    this.#take(null);
  }

  #take(rest: Rest | null): void {
    this.#rest = rest;
    keepScrap(NAME, rest && JSON.stringify(rest));
    // The clock ticks once a second: a rest that has just begun shows in full.
    clock.now = new Date();
    this.#setAlarm();
  }

  #setAlarm(): void {
    clearTimeout(this.#alarm);
    const rest = this.#rest;
    if (!rest) return;
    const wait = rest.endsAt - Date.now();
    if (wait < 0 || !isSound(rest, Date.now())) return;
    this.#alarm = setTimeout(() => {
      if (secondsLeft(rest, Date.now()) < -LATE) return;
      clock.now = new Date();
      bell.ring(app.settings.isSoundOn);
    }, wait);
  }
}

export const restTimer = new RestTimer();
