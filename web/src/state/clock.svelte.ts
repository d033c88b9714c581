import { keepScrap, scrap } from "../local/scraps.ts";
import { exerciseId, setId, uuid7 } from "../model/ids.ts";

/** The time, once a second while somebody looks. */
class Clock {
  now = $state.raw(new Date());

  constructor() {
    setInterval(() => {
      if (!document.hidden) this.now = new Date();
    }, 1000);
    document.addEventListener("visibilitychange", () => {
      this.now = new Date();
    });
  }
}

export const clock = new Clock();

const LATEST = "moment";
/** How far a clock may have been set back and still be made up for, in ms. */
const FURTHEST_BACK = 2 * 86_400_000;

let latest = 0;

/**
 * Return the moment of a change, ISO 8601 in UTC: later than that of any before it.
 *
 * A clock that is set back does not make the lifter's latest word an old one, neither
 * in another tab nor after a reload.
 */
export function moment(): string {
  const now = Date.now();
  const before = Math.max(latest, Number(scrap(LATEST)));
  // A clock that ran far ahead gained nothing then, and is not followed now.
  latest = before < now + FURTHEST_BACK ? Math.max(now, before + 1) : now;
  keepScrap(LATEST, String(latest));
  return isoOf(latest);
}

/** Return what the clock of the device shows, ISO 8601 in UTC. */
export function clockMoment(): string {
  return isoOf(Date.now());
}

/** Take note of a moment that this device has used before. */
export function rememberMoment(iso: string): void {
  latest = Math.max(latest, Date.parse(iso) || 0);
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

export function newId(): string {
  return uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}

export function newSetId(): number {
  return setId(random32());
}

export function newExerciseId(userId: number): number {
  return exerciseId(userId, random32());
}

function random32(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
