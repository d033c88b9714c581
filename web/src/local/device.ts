import type { IDBPTransaction } from "idb";
import type { RowRef } from "../model/effects/bag.ts";
import { Bag, nameOf } from "../model/effects/bag.ts";
import { applyTo, readBy, touchedBy } from "../model/effects.ts";
import type { Mutation } from "../model/mutations.ts";
import type { Row } from "../model/rows.ts";
import { keyOf } from "../model/rows.ts";
import type { Entry, RefusedEntry, Schema, Store } from "./schema.ts";
import { KINDS, kept } from "./schema.ts";

type StoreName = (typeof STORES)[number];
type Writing = IDBPTransaction<Schema, StoreName[], "readwrite">;

const STORES = [...KINDS, "outbox", "refused", "original", "meta"] as const;

/** A row that changed on the device; null when it is gone. */
export interface ChangedRow {
  readonly ref: RowRef;
  readonly row: Row | null;
}

/** How the server answered one change. */
export interface Answer {
  readonly id: string;
  readonly status: string;
  readonly problem?: string;
  readonly field?: string;
  readonly rule?: string;
  readonly remedy?: string;
}

/** What the server answered: how it took the changes, and what the device lacks. */
export interface Reply {
  readonly results: readonly Answer[];
  readonly rows: readonly Row[];
  readonly deleted: readonly RowRef[];
  /** Where to go on; null leaves it where it is. */
  readonly cursor: string | null;
  readonly hasMore: boolean;
}

/**
 * Keep a change and what it does to the rows, in one durable step.
 *
 * Returns the rows as they are afterwards. Rejects, with nothing kept, when the device
 * cannot write (no space left, database closed).
 */
export async function record(store: Store, mutation: Mutation): Promise<ChangedRow[]> {
  const touched = touchedBy(mutation);
  const kinds = [...touched, ...readBy(mutation)].map((ref) => ref.kind);
  const names = new Set<StoreName>([...kinds, "outbox", "original"]);
  return inOneStep(store, [...names], async (tx) => {
    const bag = await bagOf(tx, [...touched, ...readBy(mutation)]);
    await keepOriginals(tx, touched, bag);
    applyTo(bag, mutation);
    const changed = await writeFrom(tx, bag, touched);
    await tx.objectStore("outbox").add({ mutation, isAnswered: false } as Entry);
    return changed;
  });
}

/**
 * Take the server's answer in, in one durable step: rows, cursor, and the outbox.
 *
 * A change leaves the outbox when its own id was answered, and its effect stays on the
 * rows until everything that the answer changed has arrived. What is still in the
 * outbox is done again on top of the new rows.
 */
export async function takeIn(store: Store, reply: Reply): Promise<ChangedRow[]> {
  return inOneStep(store, [...STORES], async (tx) => {
    const entries = await settle(tx, reply);
    const originals = await originalsOf(tx);
    const incoming: ChangedRow[] = [
      ...reply.rows.map((row) => ({ ref: { kind: row.kind, key: keyOf(row) }, row })),
      ...reply.deleted.map((ref) => ({ ref, row: null })),
    ];
    const changed = new Map<string, ChangedRow>();
    for (const one of incoming) {
      const name = nameOf(one.ref);
      if (originals.has(name)) originals.set(name, one);
      else changed.set(name, one);
    }
    await Promise.all([...changed.values()].map((one) => writeRow(tx, one)));
    for (const one of await replay(tx, entries, originals)) {
      changed.set(nameOf(one.ref), one);
    }
    if (reply.cursor !== null) await tx.objectStore("meta").put(reply.cursor, "cursor");
    return [...changed.values()];
  });
}

/** Forget all rows and the cursor, but neither outbox nor refused changes. */
export async function startOver(store: Store): Promise<void> {
  await inOneStep(store, [...STORES], async (tx) => {
    const entries = await tx.objectStore("outbox").getAll();
    for (const entry of entries) {
      if (entry.isAnswered) await tx.objectStore("outbox").delete(entry.place);
    }
    await Promise.all(KINDS.map((kind) => tx.objectStore(kind).clear()));
    for (const name of await tx.objectStore("original").getAllKeys()) {
      const original = await tx.objectStore("original").get(name);
      if (original)
        await tx.objectStore("original").put({ ...original, row: null }, name);
    }
    await replay(
      tx,
      entries.filter((entry) => !entry.isAnswered),
      await originalsOf(tx),
    );
    await tx.objectStore("meta").delete("cursor");
  });
}

/** Do several reads and writes durably, all of them or none. */
async function inOneStep<T>(
  store: Store,
  names: StoreName[],
  task: (tx: Writing) => Promise<T>,
): Promise<T> {
  const tx = store.transaction(names, "readwrite", { durability: "strict" }) as Writing;
  // What goes wrong is told by the task or by the wait for the end, once.
  tx.done.catch(() => undefined);
  try {
    const result = await task(tx);
    await tx.done;
    return result;
  } catch (error) {
    abort(tx);
    throw error;
  }
}

function abort(tx: Writing): void {
  try {
    tx.abort();
  } catch {
    // It has ended already.
  }
}

/** Take the answered changes out of the outbox; return those that stay. */
async function settle(tx: Writing, reply: Reply): Promise<Entry[]> {
  const answers = new Map(reply.results.map((one) => [one.id, one]));
  const outbox = tx.objectStore("outbox");
  const staying: Entry[] = [];
  for (const entry of await outbox.getAll()) {
    const answer = answers.get(entry.mutation.id);
    const isAnswered = entry.isAnswered || answer !== undefined;
    if (answer?.status === "refused") {
      await tx.objectStore("refused").put(refusedOf(entry, answer));
      await outbox.delete(entry.place);
    } else if (isAnswered && !reply.hasMore) await outbox.delete(entry.place);
    else {
      staying.push(entry);
      if (isAnswered && !entry.isAnswered) await outbox.put({ ...entry, isAnswered });
    }
  }
  return staying;
}

function refusedOf(entry: Entry, answer: Answer): RefusedEntry {
  return {
    mutation: entry.mutation,
    problem: answer.problem ?? "",
    field: answer.field ?? "",
    rule: answer.rule ?? "",
    remedy: answer.remedy ?? "",
  };
}

async function originalsOf(tx: Writing): Promise<Map<string, ChangedRow>> {
  const all = await tx.objectStore("original").getAll();
  return new Map(
    all.map(({ kind, key, row }) => [
      nameOf({ kind, key }),
      { ref: { kind, key }, row },
    ]),
  );
}

/** Do the changes of the outbox again on top of the server's rows. */
async function replay(
  tx: Writing,
  entries: readonly Entry[],
  originals: ReadonlyMap<string, ChangedRow>,
): Promise<ChangedRow[]> {
  const touched = new Set(
    entries.flatMap((one) => touchedBy(one.mutation)).map(nameOf),
  );
  const bag = new Bag();
  for (const { row } of originals.values()) if (row) bag.put(row);
  const preferences = await tx.objectStore("preferences").get("preferences");
  if (preferences && !originals.has("preferences:preferences"))
    bag.put(preferences.row);
  for (const { mutation } of entries) applyTo(bag, mutation);
  for (const [name, { ref, row }] of originals) {
    if (touched.has(name)) await tx.objectStore("original").put({ ...ref, row }, name);
    else await tx.objectStore("original").delete(name);
  }
  return writeFrom(
    tx,
    bag,
    [...originals.values()].map((one) => one.ref),
  );
}

async function bagOf(tx: Writing, refs: readonly RowRef[]): Promise<Bag> {
  const bag = new Bag();
  for (const ref of refs) {
    const found = await tx.objectStore(ref.kind).get(ref.key);
    if (found) bag.put(found.row);
  }
  return bag;
}

async function keepOriginals(
  tx: Writing,
  touched: readonly RowRef[],
  bag: Bag,
): Promise<void> {
  const originals = tx.objectStore("original");
  for (const ref of touched) {
    if ((await originals.getKey(nameOf(ref))) !== undefined) continue;
    await originals.put(
      { ...ref, row: bag.get(ref.kind, ref.key) ?? null },
      nameOf(ref),
    );
  }
}

async function writeFrom(
  tx: Writing,
  bag: Bag,
  refs: readonly RowRef[],
): Promise<ChangedRow[]> {
  const changed = refs.map((ref) => ({ ref, row: bag.get(ref.kind, ref.key) ?? null }));
  await Promise.all(changed.map((one) => writeRow(tx, one)));
  return changed;
}

async function writeRow(tx: Writing, { ref, row }: ChangedRow): Promise<void> {
  const rows = tx.objectStore(ref.kind);
  if (row) await rows.put(kept(row) as never, ref.key);
  else await rows.delete(ref.key);
}
