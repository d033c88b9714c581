import type { Kind, Row, RowOf } from "../rows.ts";
import { keyOf } from "../rows.ts";

/** Which row a change touches: its kind and the key under which it is kept. */
export interface RowRef {
  readonly kind: Kind;
  readonly key: string;
}

/** Rows by kind and key, to read and to change; what is missing is undefined. */
export class Bag {
  readonly #rows = new Map<string, Row>();

  get<K extends Kind>(kind: K, key: string): RowOf<K> | undefined {
    return this.#rows.get(`${kind}:${key}`) as RowOf<K> | undefined;
  }

  put(row: Row): void {
    this.#rows.set(`${row.kind}:${keyOf(row)}`, row);
  }

  remove(ref: RowRef): void {
    this.#rows.delete(nameOf(ref));
  }

  /** Change a row if it is there. */
  edit<K extends Kind>(kind: K, key: string, edit: (row: RowOf<K>) => RowOf<K>): void {
    const row = this.get(kind, key);
    if (row) this.put(edit(row) as Row);
  }
}

/** Return a reference as one text, to be a key of a map. */
export function nameOf(ref: RowRef): string {
  return `${ref.kind}:${ref.key}`;
}
