import { SvelteMap } from "svelte/reactivity";
import type { ChangedRow } from "../local/device.ts";
import * as reading from "../local/reading.ts";
import type { Store } from "../local/schema.ts";
import { speech } from "../messages/index.svelte.ts";
import type { Exercise } from "../model/catalogue.ts";
import { calledIn, ownToExercise } from "../model/catalogue.ts";
import type { RowRef } from "../model/effects/bag.ts";
import { Bag, nameOf } from "../model/effects/bag.ts";
import { applyTo, readBy, touchedBy } from "../model/effects.ts";
import type { Mutation } from "../model/mutations.ts";
import type {
  Kind,
  Landmark,
  Mesocycle,
  OwnExercise,
  Preferences,
  Proposal,
  Row,
  WorkoutInstance,
  WorkoutLog,
} from "../model/rows.ts";
import { keyOf } from "../model/rows.ts";

const WINDOW_DAYS = 13 * 7;
const LATEST_DAYS = 8;
const DAY_MS = 86_400_000;

/** The lifter's rows that are on screen or soon will be, as they are now. */
class Rows {
  readonly mesocycles = new SvelteMap<string, Mesocycle>();
  readonly instances = new SvelteMap<string, WorkoutInstance>();
  readonly logs = new SvelteMap<string, WorkoutLog>();
  readonly proposals = new SvelteMap<string, Proposal>();
  readonly landmarks = new SvelteMap<string, Landmark>();
  readonly own = new SvelteMap<string, OwnExercise>();
  preferences = $state.raw<Preferences | null>(null);
  /** As the server has it, in English. */
  catalogue = $state.raw<readonly Exercise[]>([]);
  /** Everything there is to do, by the names of the lifter's language. */
  readonly exercises: ReadonlyMap<number, Exercise> = $derived(
    new Map([
      ...this.catalogue.map(
        (one) => [one.id, calledIn(speech.exerciseNames, one)] as const,
      ),
      ...[...this.own.values()].map((one) => [one.id, ownToExercise(one)] as const),
    ]),
  );
  /** What the exercises of the catalogue are called, by their English names. */
  readonly namesInWords: ReadonlyMap<string, string> = $derived(
    new Map(
      this.catalogue.map((one) => [one.name, calledIn(speech.exerciseNames, one).name]),
    ),
  );
  /** Landmarks that hold where the lifter has set none, as the server last said. */
  usualLandmarks = $state.raw<ReadonlyMap<string, Landmark>>(new Map());
  readonly activeBlock = $derived(
    [...this.mesocycles.values()].find((one) => one.status === "active") ?? null,
  );

  #store: Store | null = null;
  #windowStart = "";
  #writing = 0;
  #begun = 0;
  /** Which change touched a row last. */
  readonly #lastBegun = new Map<string, number>();
  readonly #behind = new Map<string, RowRef>();

  /**
   * Show what a first screen needs of a database: the plan, the latest days, names.
   *
   * Returns what brings the rest of the last 13 weeks.
   */
  async open(store: Store): Promise<() => Promise<void>> {
    this.#store = store;
    this.#windowStart = dayBefore(new Date(), WINDOW_DAYS);
    const latest = dayBefore(new Date(), LATEST_DAYS);
    const [catalogue, usual] = await Promise.all([
      reading.catalogueOf(store),
      reading.noted(store, "landmarks"),
      this.#load(store, latest),
    ]);
    this.catalogue = catalogue;
    this.usualLandmarks = landmarksOf((usual ?? []) as readonly Landmark[]);
    return () => this.loadLogs(this.#windowStart, latest);
  }

  /** Show everything as it lies on the device now. */
  async reload(): Promise<void> {
    const store = this.#opened();
    this.close();
    this.#store = store;
    await this.#load(store, this.#windowStart);
  }

  async #load(store: Store, since: string): Promise<void> {
    const before = this.#begun;
    const [blocks, instances, proposals, own, landmarks, preferences, logs] =
      await Promise.all([
        reading.allOf(store, "mesocycle"),
        reading.allOf(store, "workoutInstance"),
        reading.allOf(store, "proposal"),
        reading.allOf(store, "exercise"),
        reading.allOf(store, "landmark"),
        reading.allOf(store, "preferences"),
        reading.logsBetween(store, since, "9999-12-31"),
      ]);
    const plan: readonly Row[] = [...blocks, ...instances, ...proposals];
    const found: readonly Row[] = [...plan, ...own, ...landmarks, ...preferences];
    await this.#showRead(
      [...found, ...logs].map((row) => ({ ref: refOf(row), row })),
      before,
    );
  }

  /** Keep the landmarks that hold for the lifter: own ones and the usual ones. */
  async keepLandmarks(
    all: readonly Omit<Landmark, "kind" | "revision">[],
  ): Promise<void> {
    await reading.note(this.#opened(), "landmarks", all);
    this.usualLandmarks = landmarksOf(all);
  }

  /** Return the weekly sets that hold for a muscle; null before the first sync. */
  landmarkOf(muscle: string): Landmark | null {
    return this.landmarks.get(muscle) ?? this.usualLandmarks.get(muscle) ?? null;
  }

  async refreshCatalogue(): Promise<void> {
    this.catalogue = await reading.catalogueOf(this.#opened());
  }

  close(): void {
    for (const map of [
      this.mesocycles,
      this.instances,
      this.logs,
      this.proposals,
      this.landmarks,
      this.own,
    ]) {
      map.clear();
    }
    this.preferences = null;
    this.#store = null;
    this.#behind.clear();
    this.#lastBegun.clear();
  }

  /** Return the planned workouts of a block in their order. */
  instancesOf(mesocycleId: string): readonly WorkoutInstance[] {
    return [...this.instances.values()]
      .filter((one) => one.mesocycleId === mesocycleId)
      .sort((a, b) => a.weekNumber - b.weekNumber || a.position - b.position);
  }

  /** Bring the workouts of some days (ISO dates, both included) into `logs`. */
  async loadLogs(from: string, to: string): Promise<void> {
    const before = this.#begun;
    const found = await reading.logsBetween(this.#opened(), from, to);
    // One that was changed or thrown away meanwhile is shown as it is now.
    for (const log of found) {
      if (!this.#isTouched(refOf(log), before) && !this.logs.has(log.id))
        this.logs.set(log.id, log);
    }
  }

  /** Bring one workout into `logs`; says whether the device has it. */
  async loadLog(id: string): Promise<boolean> {
    if (this.logs.has(id)) return true;
    const before = this.#begun;
    const [found] = await reading.rowsOf(this.#opened(), [
      { kind: "workoutLog", key: id },
    ]);
    if (found?.row?.kind !== "workoutLog") return false;
    if (this.#isTouched(found.ref, before)) return this.loadLog(id);
    this.logs.set(id, found.row);
    return true;
  }

  /** Whether a change of a row began after `before` changes had. */
  #isTouched(ref: RowRef, before: number): boolean {
    return (this.#lastBegun.get(nameOf(ref)) ?? 0) > before;
  }

  /** Return the latest workouts with an exercise, newest first. */
  async logsWith(exerciseId: number, limit: number): Promise<readonly WorkoutLog[]> {
    return reading.logsWith(this.#opened(), exerciseId, limit);
  }

  /** Show a change at once; the returned function ends the wait for its being kept. */
  begin(mutation: Mutation): () => Promise<void> {
    const touched = touchedBy(mutation);
    const bag = new Bag();
    for (const ref of [...touched, ...readBy(mutation)]) {
      const row = this.#find(ref);
      if (row) bag.put(row);
    }
    applyTo(bag, mutation);
    this.#begun += 1;
    for (const ref of touched) {
      this.#lastBegun.set(nameOf(ref), this.#begun);
      this.#take({ ref, row: bag.get(ref.kind, ref.key) ?? null });
    }
    this.#writing += 1;
    return async () => {
      this.#writing -= 1;
      await this.#catchUp();
    };
  }

  /** Show rows as they lie on the device now, as soon as no tap is being kept. */
  async look(refs: readonly RowRef[]): Promise<void> {
    for (const ref of refs) this.#behind.set(nameOf(ref), ref);
    await this.#catchUp();
  }

  async #catchUp(): Promise<void> {
    const store = this.#store;
    if (this.#writing > 0 || this.#behind.size === 0 || !store) return;
    const refs = [...this.#behind.values()];
    this.#behind.clear();
    const before = this.#begun;
    const read = await reading.rowsOf(store, refs);
    if (store === this.#store) await this.#showRead(read, before);
  }

  /**
   * Show what was read after `before` changes had begun.
   *
   * A row that was tapped while it was read is read again: what was read would take
   * the tap back on screen, and the next tap would count from there.
   */
  async #showRead(read: readonly ChangedRow[], before: number): Promise<void> {
    for (const one of read) {
      if (this.#isTouched(one.ref, before)) this.#behind.set(nameOf(one.ref), one.ref);
      else this.#take(one);
    }
    await this.#catchUp();
  }

  #find(ref: RowRef): Row | null {
    if (ref.kind === "preferences") return this.preferences;
    return this.#mapOf(ref.kind)?.get(ref.key) ?? null;
  }

  #take({ ref, row }: ChangedRow): void {
    if (row) this.#show(row);
    else if (ref.kind === "preferences") this.preferences = null;
    else this.#mapOf(ref.kind)?.delete(ref.key);
  }

  #show(row: Row): void {
    if (row.kind === "preferences") {
      this.preferences = row;
      return;
    }
    if (row.kind === "workoutLog" && !this.#isWanted(row)) return;
    (this.#mapOf(row.kind) as SvelteMap<string, Row> | undefined)?.set(keyOf(row), row);
  }

  #isWanted(log: WorkoutLog): boolean {
    return (
      log.localDate >= this.#windowStart ||
      log.status === "in_progress" ||
      this.logs.has(log.id)
    );
  }

  #mapOf(kind: Kind): SvelteMap<string, Row> | undefined {
    const maps: Partial<Record<Kind, unknown>> = {
      mesocycle: this.mesocycles,
      workoutInstance: this.instances,
      workoutLog: this.logs,
      proposal: this.proposals,
      exercise: this.own,
      landmark: this.landmarks,
    };
    return maps[kind] as SvelteMap<string, Row> | undefined;
  }

  #opened(): Store {
    if (!this.#store) throw new Error("nobody is signed in");
    return this.#store;
  }
}

function refOf(row: Row): RowRef {
  return { kind: row.kind, key: keyOf(row) };
}

function landmarksOf(
  all: readonly Omit<Landmark, "kind" | "revision">[],
): ReadonlyMap<string, Landmark> {
  return new Map(
    all.map((one) => [one.muscle, { ...one, kind: "landmark", revision: 0 }]),
  );
}

function dayBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
}

export const rows = new Rows();
