/** Sets that are a time: planks, hangs, carries. */

import type { LoggedSet } from "../rows.ts";
import { clockText } from "./rest.ts";
import { isTime } from "./work.ts";

const MINUTE = 60;
/** The longest time of a set that can be entered, in seconds. */
export const LONGEST_SET = 3600;

/** Return what was done in a set: "10", or "0:45" of one that is a time. */
export function amountText(set: Pick<LoggedSet, "reps" | "seconds">): string {
  return isTime(set) ? clockText(set.seconds ?? 0) : String(set.reps);
}

/** Return the seconds that keys of a pad mean: 130 is 1:30, and 90 is 1:30 too. */
export function keyedSeconds(keys: number | null): number | null {
  if (keys === null) return null;
  return Math.floor(keys / 100) * MINUTE + (keys % 100);
}

/** Return the keys that stand for seconds: 1:30 is 130. */
export function secondsToKeys(seconds: number | null): number | null {
  if (seconds === null) return null;
  return Math.floor(seconds / MINUTE) * 100 + (seconds % MINUTE);
}

/** Return the seconds of a time that was typed, "1:30" or "45"; null of anything else. */
export function secondsTyped(text: string): number | null {
  const found = /^(?:(\d{1,3})[:.])?(\d{1,4})$/.exec(text.trim());
  if (!found) return null;
  const seconds = Number(found[1] ?? 0) * MINUTE + Number(found[2]);
  const isClock = found[1] === undefined || found[2]?.length === 2;
  return isClock && seconds > 0 && seconds <= LONGEST_SET ? seconds : null;
}
