import type { Exercise } from "../model/catalogue.ts";
import {
  type Draft,
  type DraftExercise,
  type Place,
  added,
  changed,
  changedDays,
  linked,
  moved,
  removed,
  returned,
  stepFrom,
} from "../model/plan/draft.ts";
import { setsByMuscle } from "../model/plan/volume.ts";
import { newId } from "./clock.svelte.ts";
import { rows } from "./rows.svelte.ts";

const USUAL_SETS = 3;
const MOST_DAYS = 7;

/** A plan while somebody edits it; `onedit` hears of every change. */
export class PlanEdit {
  draft = $state.raw<Draft>([]);
  before = $state.raw<Draft>([]);
  onedit: () => void = () => undefined;

  readonly isChanged = $derived(changedDays(this.before, this.draft).length > 0);
  readonly canAddDay = $derived(this.draft.length < MOST_DAYS);
  /** The sets per muscle of the first week, counted on the device. */
  readonly weekOne = $derived(
    setsByMuscle(
      this.draft.flatMap((day) => day.exercises),
      rows.exercises,
    ),
  );

  constructor(draft: Draft = []) {
    this.load(draft);
  }

  /** Edit another plan. */
  load(draft: Draft): void {
    this.draft = draft;
    this.before = draft;
  }

  /** The server has what was sent; what was edited meanwhile is still to save. */
  saved(sent: Draft): void {
    this.before = sent;
  }

  /** Go on with another state of the same plan. */
  put(draft: Draft): void {
    this.#set(draft);
  }

  reset(): void {
    this.#set(this.before);
  }

  move(from: Place, to: Place): void {
    this.#set(moved(this.draft, from, to));
  }

  /** Move one place up or down; returns where it is now, null where it cannot go. */
  step(from: Place, by: -1 | 1): Place | null {
    const to = stepFrom(this.draft, from, by);
    if (to) this.move(from, to);
    return to;
  }

  change(at: Place, some: Partial<Omit<DraftExercise, "key">>): void {
    this.#set(changed(this.draft, at, some));
  }

  link(at: Place, together: boolean): void {
    this.#set(linked(this.draft, at, together));
  }

  /** Remove an exercise; returns what brings it back. */
  remove(at: Place): () => void {
    const before = this.draft;
    const after = removed(before, at);
    this.#set(after);
    return () => {
      // What was edited since stays.
      this.#set(this.draft === after ? before : returned(this.draft, before, at));
    };
  }

  add(day: number, exercise: Exercise): void {
    this.#set(
      added(this.draft, day, {
        key: newId(),
        exerciseId: exercise.id,
        sets: USUAL_SETS,
        repMin: exercise.repMin,
        repMax: exercise.repMax,
        superset: null,
        notes: null,
      }),
    );
  }

  swap(at: Place, exercise: Exercise): void {
    const { repMin, repMax } = exercise;
    this.change(at, { exerciseId: exercise.id, repMin, repMax });
  }

  addDay(name: string, weekday: number): void {
    this.#set([...this.draft, { id: newId(), name, weekday, exercises: [] }]);
  }

  removeDay(index: number): () => void {
    const day = this.draft[index];
    this.#set(this.draft.filter((_, place) => place !== index));
    return () => {
      if (day) this.#set(this.draft.toSpliced(index, 0, day));
    };
  }

  rename(index: number, name: string): void {
    this.#set(
      this.draft.map((day, place) => (place === index ? { ...day, name } : day)),
    );
  }

  #set(draft: Draft): void {
    if (draft === this.draft) return;
    this.draft = draft;
    this.onedit();
  }
}
