/** What of a running workout is a plan of the moment, and only on this device. */

import type { WeightUnit } from "../rows.ts";

export interface Draft {
  /** Exercises that were added to free training, and the order of all of it. */
  readonly exercises: readonly number[];
  /** Planned exercises that are left out, until the server is told. */
  readonly removed: readonly number[];
  /** Sets more (or, below 0, fewer) than planned, by exercise. */
  readonly extraSets: Readonly<Record<string, number>>;
  /** Warm-up sets beyond those that were proposed, by exercise. */
  readonly extraWarmUps: Readonly<Record<string, number>>;
  /** Keys of sets that are left out. */
  readonly skipped: readonly string[];
  /** Loads that were chosen for sets still to do, by key. */
  readonly loads: Readonly<Record<string, DraftLoad>>;
  /** Types that were chosen for sets still to do, by key. */
  readonly types: Readonly<Record<string, string>>;
  /** Questions that were skipped. */
  readonly passed: readonly string[];
  /** The gym of today, if it is not the one of the day: its id, or "" for no gym. */
  readonly gyms: readonly string[];
  /** Ids of doubtful sets about which the lifter was asked. */
  readonly settled: readonly number[];
}

export interface DraftLoad {
  readonly weight: number;
  readonly unit: WeightUnit;
}

export const NO_DRAFT: Draft = {
  exercises: [],
  removed: [],
  extraSets: {},
  extraWarmUps: {},
  skipped: [],
  loads: {},
  types: {},
  passed: [],
  gyms: [],
  settled: [],
};

/** Return a draft as it was kept, or an empty one where it cannot be read. */
export function textToDraft(text: string | null): Draft {
  if (!text) return NO_DRAFT;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== "object" || kept === null) return NO_DRAFT;
    const fits = Object.entries(kept).filter(([name, value]) => {
      const empty: unknown = NO_DRAFT[name as keyof Draft];
      return typeof value === "object" && Array.isArray(value) === Array.isArray(empty);
    });
    return { ...NO_DRAFT, ...Object.fromEntries(fits) };
  } catch {
    return NO_DRAFT;
  }
}

/** Return a list with an item taken in or out. */
export function toggled<T>(all: readonly T[], one: T, isIn: boolean): readonly T[] {
  const others = all.filter((other) => other !== one);
  return isIn ? [...others, one] : others;
}

/** Return a record without one key. */
export function without<T>(
  all: Readonly<Record<string, T>>,
  key: string,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== key));
}
