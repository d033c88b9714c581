import type { DBSchema, IDBPDatabase } from "idb";
import { openDB } from "idb";
import type { Exercise } from "../model/catalogue.ts";
import type { Mutation } from "../model/mutations.ts";
import type { Kind, Row, RowOf } from "../model/rows.ts";

/** A row as it lies on the device, with what it is found by. */
export interface Kept<R extends Row = Row> {
  readonly row: R;
  /** The day of a workout log. */
  readonly day?: string;
  /** `<exercise id>:<day>` for each exercise of a workout log. */
  readonly lifts?: readonly string[];
  /** The block of a planned workout. */
  readonly block?: string;
}

/** A change in the outbox; `isAnswered` until what it changed has been pulled. */
export interface Entry {
  readonly place: number;
  readonly mutation: Mutation;
  readonly isAnswered: boolean;
}

/** A change that the server refused, kept until the lifter has looked at it. */
export interface RefusedEntry {
  readonly mutation: Mutation;
  readonly problem: string;
  readonly field: string;
  readonly rule: string;
  readonly remedy: string;
}

/** A row as the server has it, while changes of this device lie on top of it. */
export interface Original {
  readonly kind: Kind;
  readonly key: string;
  readonly row: Row | null;
}

type KindStores = {
  readonly [K in Kind]: {
    key: string;
    value: Kept<RowOf<K>>;
    indexes: { day: string; lifts: string; block: string };
  };
};

export interface Schema extends DBSchema, KindStores {
  outbox: { key: number; value: Entry; indexes: { id: string } };
  refused: { key: string; value: RefusedEntry };
  original: { key: string; value: Original };
  catalogue: { key: number; value: Exercise };
  meta: { key: string; value: unknown };
}

export type Store = IDBPDatabase<Schema>;

export const KINDS: readonly Kind[] = [
  "mesocycle",
  "workoutInstance",
  "workoutLog",
  "proposal",
  "exercise",
  "exerciseLink",
  "preferences",
  "landmark",
];

const VERSION = 1;

/**
 * Open the database of a user, and bring it up to date step by step.
 *
 * A step may rebuild everything but the outbox and the refused changes: those exist
 * nowhere else. `ongiveway` is called when another tab brings a newer version.
 */
export function openStore(userId: number, ongiveway: () => void): Promise<Store> {
  return openDB<Schema>(`metricgain-${userId}`, VERSION, {
    upgrade(store, before) {
      if (before < 1) first(store);
    },
    blocking(_version, _blocked, event) {
      (event.target as IDBDatabase).close();
      ongiveway();
    },
    terminated: ongiveway,
  });
}

function first(store: Store): void {
  for (const kind of KINDS) {
    const rows = store.createObjectStore(kind);
    if (kind === "workoutLog") {
      rows.createIndex("day", "day");
      rows.createIndex("lifts", "lifts", { multiEntry: true });
    }
    if (kind === "workoutInstance") rows.createIndex("block", "block");
  }
  const outbox = store.createObjectStore("outbox", {
    keyPath: "place",
    autoIncrement: true,
  });
  outbox.createIndex("id", "mutation.id", { unique: true });
  store.createObjectStore("refused", { keyPath: "mutation.id" });
  store.createObjectStore("original");
  store.createObjectStore("catalogue", { keyPath: "id" });
  store.createObjectStore("meta");
}

/** Return a row with what it is found by. */
export function kept(row: Row): Kept {
  if (row.kind === "workoutInstance") return { row, block: row.mesocycleId };
  if (row.kind !== "workoutLog") return { row };
  const exercises = new Set(row.sets.map((one) => one.exerciseId));
  const lifts = [...exercises].map((id) => `${id}:${row.localDate}`);
  return { row, day: row.localDate, lifts };
}
