import type { Exercise } from "../model/catalogue.ts";
import type { RowRef } from "../model/effects/bag.ts";
import type { Mutation } from "../model/mutations.ts";
import type { Kind, Row, RowOf, WorkoutLog } from "../model/rows.ts";
import type { ChangedRow } from "./device.ts";
import type { RefusedEntry, Store } from "./schema.ts";

/** Return all rows of a kind. */
export async function allOf<K extends Kind>(
  store: Store,
  kind: K,
): Promise<RowOf<K>[]> {
  const found = (await store.getAll(kind as Kind)) as { row: Row }[];
  return found.map((one) => one.row as RowOf<K>);
}

/** Return rows as they lie on the device now, null where there is none. */
export async function rowsOf(
  store: Store,
  refs: readonly RowRef[],
): Promise<ChangedRow[]> {
  return Promise.all(
    refs.map(async (ref) => ({
      ref,
      row: (await store.get(ref.kind, ref.key))?.row ?? null,
    })),
  );
}

/** Return the workouts of some days, both included (ISO dates). */
export async function logsBetween(
  store: Store,
  from: string,
  to: string,
): Promise<WorkoutLog[]> {
  const range = IDBKeyRange.bound(from, to);
  const found = await store.getAllFromIndex("workoutLog", "day", range);
  return found.map((one) => one.row);
}

/** Return the latest workouts with an exercise, newest first. */
export async function logsWith(
  store: Store,
  exerciseId: number,
  limit: number,
): Promise<WorkoutLog[]> {
  const range = IDBKeyRange.bound(`${exerciseId}:`, `${exerciseId}:\uffff`);
  const found: WorkoutLog[] = [];
  const tx = store.transaction("workoutLog");
  let cursor = await tx.store.index("lifts").openCursor(range, "prev");
  while (cursor && found.length < limit) {
    found.push(cursor.value.row);
    cursor = await cursor.continue();
  }
  return found;
}

/** Return what the server has not answered yet, oldest first. */
export async function unanswered(store: Store, limit?: number): Promise<Mutation[]> {
  const entries = await store.getAll("outbox");
  const open = entries.filter((entry) => !entry.isAnswered);
  return open.slice(0, limit).map((entry) => entry.mutation);
}

/** Return what the server refused and the lifter has not dropped. */
export function refusedEntries(store: Store): Promise<RefusedEntry[]> {
  return store.getAll("refused");
}

export async function dropRefused(store: Store, id: string): Promise<void> {
  await store.delete("refused", id);
}

export async function note(store: Store, key: string, value: unknown): Promise<void> {
  await store.put("meta", value, key);
}

export function noted(store: Store, key: string): Promise<unknown> {
  return store.get("meta", key);
}

/** Put another catalogue in the place of the one that is kept. */
export async function keepCatalogue(
  store: Store,
  exercises: readonly Exercise[],
  tag: string,
): Promise<void> {
  const tx = store.transaction(["catalogue", "meta"], "readwrite");
  const catalogue = tx.objectStore("catalogue");
  await Promise.all([
    catalogue.clear(),
    ...exercises.map((one) => catalogue.put(one)),
    tx.objectStore("meta").put(tag, "catalogueTag"),
    tx.done,
  ]);
}

export function catalogueOf(store: Store): Promise<Exercise[]> {
  return store.getAll("catalogue");
}
