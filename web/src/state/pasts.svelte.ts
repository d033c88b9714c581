import { SvelteMap } from "svelte/reactivity";
import type { WorkoutLog } from "../model/rows.ts";
import type { Loads } from "../model/workout/loads.ts";
import type { Past } from "../model/workout/past.ts";
import { pastOf } from "../model/workout/past.ts";
import { rows } from "./rows.svelte.ts";

/** Enough to find the last time, and the note that stays with the exercise. */
const LATELY = 12;
const EVER = 2000;
const AFTER_MS = 300;

export interface Asked {
  readonly exerciseId: number;
  readonly loads: Loads;
}

type OfLog = Pick<WorkoutLog, "id" | "performedAt">;

/** What was done before with the exercises of a workout, read when it is asked for. */
export class Pasts {
  readonly #pasts = new SvelteMap<number, Past>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nobody watches it.
  readonly #asked = new Set<number>();

  /** Return what is known so far; what is missing appears as soon as it was read. */
  of(exerciseId: number): Past | null {
    return this.#pasts.get(exerciseId) ?? null;
  }

  /** Read the past of exercises: of all lately at once, everything when there is time. */
  async read(log: OfLog, exercises: readonly Asked[]): Promise<void> {
    const fresh = exercises.filter((one) => !this.#asked.has(one.exerciseId));
    for (const one of fresh) this.#asked.add(one.exerciseId);
    const isLong = await Promise.all(fresh.map((one) => this.#readLately(log, one)));
    const long = fresh.filter((_, place) => isLong[place]);
    if (long.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, AFTER_MS));
    for (const one of long) {
      const ever = await rows.logsWith(one.exerciseId, EVER);
      this.#pasts.set(one.exerciseId, pastOf(ever, { ...one, log }));
    }
  }

  /** Return whether there is more than was read; until then no set is a record. */
  async #readLately(log: OfLog, one: Asked): Promise<boolean> {
    const lately = await rows.logsWith(one.exerciseId, LATELY);
    const isLong = lately.length === LATELY;
    const past = pastOf(lately, { ...one, log });
    this.#pasts.set(one.exerciseId, isLong ? { ...past, bests: null } : past);
    return isLong;
  }
}
