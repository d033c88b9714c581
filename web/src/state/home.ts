import type { Store } from "../local/schema.ts";
import type { Tabs } from "../local/tabs.ts";
import type { Sending } from "./sending.ts";

/** What is open while somebody is signed in on this device. */
export interface Home {
  readonly userId: number;
  readonly store: Store;
  readonly tabs: Tabs;
  readonly sender: Sending;
}

let current: Home | null = null;

export function enterHome(home: Home): void {
  current = home;
}

export function leaveHome(): Home | null {
  const before = current;
  current = null;
  return before;
}

/** Return what is open. Throws when nobody is signed in. */
export function home(): Home {
  if (!current) throw new Error("nobody is signed in");
  return current;
}

export function homeIfAny(): Home | null {
  return current;
}
