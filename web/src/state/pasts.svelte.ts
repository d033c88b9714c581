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

/** What was done before with the exercises of a workout, read when it is asked for. */
export class Pasts {
  readonly #pasts = new SvelteMap<number, Past>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nobody watches it.
  readonly #asked = new Set<number>();

  /** Return what is known so far; what is missing appears as soon as it was read. */
  of(exerciseId: number): Past | null {
    return this.#pasts.get(exerciseId) ?? null;
  }

  /** Read the past of an exercise: lately at once, everything when there is time. */
  async read(
    exerciseId: number,
    log: Pick<WorkoutLog, "id" | "performedAt">,
    loads: Loads,
  ): Promise<void> {
    if (this.#asked.has(exerciseId)) return;
    this.#asked.add(exerciseId);
    const about = { exerciseId, log, loads };
    const lately = await rows.logsWith(exerciseId, LATELY);
    const isAll = lately.length < LATELY;
    const past = pastOf(lately, about);
    this.#pasts.set(exerciseId, isAll ? past : { ...past, bests: null });
    if (isAll) return;
    await new Promise((resolve) => setTimeout(resolve, AFTER_MS));
    this.#pasts.set(exerciseId, pastOf(await rows.logsWith(exerciseId, EVER), about));
  }
}
