import type { Exercise } from "../model/catalogue.ts";
import { byUse, type Filters, passes, usesById } from "../model/past/picking.ts";
import { searchExercises, searchIndex } from "../model/past/search.ts";
import { rows } from "./rows.svelte.ts";

/** What is typed into a search for exercises, how it is filtered, and what it finds. */
export class ExerciseSearch {
  typed = $state("");
  muscle = $state<string | null>(null);
  equipment = $state<string | null>(null);
  own = $state(false);

  readonly #index = $derived(searchIndex(rows.exercises.values()));
  readonly #uses = $derived(usesById(rows.logs.values()));

  readonly found: readonly Exercise[] = $derived.by(() => {
    const { muscle, equipment, own } = this;
    const filters: Filters = { muscle, equipment, own };
    const usesOf = (one: Exercise) => this.usesOf(one);
    const all = this.typed.trim()
      ? searchExercises(this.#index, this.typed, usesOf)
      : [...rows.exercises.values()].sort(byUse(this.muscle, usesOf));
    return all.filter((one) => passes(one, filters));
  });

  /** Return in how many workouts of the last weeks an exercise was done. */
  usesOf(exercise: Exercise): number {
    return this.#uses.get(exercise.id) ?? 0;
  }

  clear(): void {
    this.typed = "";
    this.muscle = null;
    this.equipment = null;
    this.own = false;
  }
}
