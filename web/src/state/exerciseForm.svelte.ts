import type { Exercise } from "../model/catalogue.ts";
import {
  type Complaint,
  complaintsAbout,
  type ExerciseDraft,
  draftOf,
  draftToArgs,
  emptyDraft,
} from "../model/past/exerciseDraft.ts";
import { normalised } from "../model/past/names.ts";
import { app } from "./app.svelte.ts";
import { change } from "./change.ts";
import { newExerciseId } from "./clock.svelte.ts";
import { rows } from "./rows.svelte.ts";

/** An exercise of the lifter's own while it is typed. */
export class ExerciseForm {
  draft = $state<ExerciseDraft>(emptyDraft());
  /** Complaints are held back until somebody has tried to save. */
  isTried = $state(false);
  readonly #editedId: number | null;

  readonly complaints: readonly Complaint[] = $derived.by(() =>
    complaintsAbout(this.draft, (name) => this.#isTaken(name)),
  );

  constructor(edited: Exercise | null, name: string) {
    this.#editedId = edited?.id ?? null;
    this.draft = edited ? draftOf(edited) : emptyDraft(name);
  }

  /** Return the rule that a field breaks, once it is time to say so. */
  ruleOf(field: keyof ExerciseDraft): Complaint["rule"] | null {
    if (!this.isTried) return null;
    return this.complaints.find((one) => one.field === field)?.rule ?? null;
  }

  /** Keep the exercise; returns its id, or null when something is wrong with it. */
  async save(): Promise<number | null> {
    this.isTried = true;
    if (this.complaints.length > 0 || !app.account) return null;
    const id = this.#editedId ?? newExerciseId(app.account.id);
    await change("saveExercise", draftToArgs($state.snapshot(this.draft), id));
    return id;
  }

  #isTaken(name: string): boolean {
    const wanted = normalised(name);
    return [...rows.exercises.values(), ...rows.catalogue].some(
      (one) =>
        one.id !== this.#editedId && !one.isRetired && normalised(one.name) === wanted,
    );
  }
}
