import type { Store } from "./schema.ts";
import { openStore } from "./schema.ts";

export interface Opened {
  readonly store: Store;
  /** False where the browser keeps nothing, such as in private browsing. */
  readonly isKept: boolean;
}

/**
 * Open the database of a user, in memory where the browser refuses to keep one.
 *
 * In memory everything works as usual, but lasts only as long as the page.
 */
export async function openForUser(
  userId: number,
  ongiveway: () => void,
): Promise<Opened> {
  try {
    return { store: await openStore(userId, ongiveway), isKept: true };
  } catch {
    // @ts-expect-error: the package describes its main entry only.
    await import("fake-indexeddb/auto");
    return { store: await openStore(userId, ongiveway), isKept: false };
  }
}

/** Ask the browser not to clear the database when space runs short. */
export async function askToPersist(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}

/** Delete the database of a user: after signing out with nothing left to send. */
export function forgetUser(userId: number): void {
  indexedDB.deleteDatabase(`metricgain-${String(userId)}`);
}
