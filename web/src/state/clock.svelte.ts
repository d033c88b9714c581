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

let latest = 0;

/**
 * Return the moment of a change, ISO 8601 in UTC: later than that of any before it.
 *
 * A clock that is set back does not make the lifter's latest word an old one.
 */
export function moment(): string {
  latest = Math.max(Date.now(), latest + 1);
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- it is not kept.
  return new Date(latest).toISOString();
}

/** Take note of a moment that this device has used before. */
export function rememberMoment(iso: string): void {
  latest = Math.max(latest, Date.parse(iso) || 0);
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
