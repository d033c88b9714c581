/** The rest between sets; docs/engine/session-time.md. */

import type { Exercise } from "../catalogue.ts";
import type { Preferences } from "../rows.ts";

export type Effort = "heavy" | "compound" | "isolation";

/** A rest that runs: when it ends, in ms since 1970, and how long it is in seconds. */
export interface Rest {
  readonly endsAt: number;
  readonly seconds: number;
}

export const USUAL_REST: Readonly<Record<Effort, number>> = {
  heavy: 180,
  compound: 120,
  isolation: 90,
};

const BARS: readonly string[] = ["barbell", "trap_bar"];
const SHORTEST = 5;
const LONGEST = 3600;
const DAY_MS = 86_400_000;

/** Return how hard an exercise is on the lifter, as the server says it. */
export function effortOf(
  exercise: Pick<Exercise, "isCompound" | "equipment"> | null,
): Effort {
  if (!exercise?.isCompound) return "isolation";
  return BARS.includes(exercise.equipment) ? "heavy" : "compound";
}

/** The preference that says how long one rests after an effort. */
export const REST_PREFERENCE = {
  heavy: "restHeavySeconds",
  compound: "restCompoundSeconds",
  isolation: "restIsolationSeconds",
} as const;

/** Return the seconds of rest that a lifter takes, as they chose or as is usual. */
export function restSeconds(
  effort: Effort,
  own: Partial<Pick<Preferences, (typeof REST_PREFERENCE)[Effort]>> | null,
): number {
  return own?.[REST_PREFERENCE[effort]] ?? USUAL_REST[effort];
}

export function startedRest(seconds: number, now: number): Rest {
  return { endsAt: now + seconds * 1000, seconds };
}

/** Return a rest made longer or shorter, never ending before a moment from now. */
export function changedRest(rest: Rest, by: number, now: number): Rest {
  const earliest = Math.max(rest.endsAt, now) + by * 1000;
  const endsAt = Math.min(
    Math.max(earliest, now + SHORTEST * 1000),
    now + LONGEST * 1000,
  );
  return { endsAt, seconds: Math.max(SHORTEST, rest.seconds + by) };
}

/** Return the seconds left; below 0 once it is over. */
export function secondsLeft(rest: Rest, now: number): number {
  return Math.ceil((rest.endsAt - now) / 1000);
}

/** Return how much of a rest has passed, 0 to 1. */
export function restDone(rest: Rest, now: number): number {
  const left = secondsLeft(rest, now) / rest.seconds;
  return Math.min(1, Math.max(0, 1 - left));
}

/** Tell whether a rest can be: not of another day, nor begun by a clock set back since. */
export function isSound(rest: Rest, now: number): boolean {
  return secondsLeft(rest, now) <= rest.seconds && now - rest.endsAt < DAY_MS;
}

/** Return a rest as it was kept, null for none and for one that cannot be. */
export function textToRest(text: string | null, now: number): Rest | null {
  if (!text) return null;
  try {
    const { endsAt, seconds } = JSON.parse(text) as Partial<Rest>;
    if (typeof endsAt !== "number" || typeof seconds !== "number") return null;
    const rest = { endsAt, seconds };
    return seconds > 0 && isSound(rest, now) ? rest : null;
  } catch {
    return null;
  }
}

/** Return seconds as a clock shows them: 1:05. */
export function clockText(seconds: number): string {
  const all = Math.abs(seconds);
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
}
