/** Which plates go on each side of a bar. */

import type { Plates } from "./workout/gym.ts";

export interface Loading {
  /** Of one side, heaviest first, in the unit of the plates. */
  readonly perSide: readonly number[];
  /** What the bar then weighs, and what it lacks (above 0) of the wanted weight. */
  readonly total: number;
  readonly missing: number;
}

/** Plates weigh multiples of a quarter, so counting in grams is exact. */
const FINE = 1000;

/**
 * Return the fewest plates that make a bar as heavy as wanted, or nearly, never heavier.
 *
 * A weight below the bar is the empty bar, which then is too heavy: `missing` is below 0.
 */
export function loadingOf(weight: number, plates: Plates): Loading {
  const room = Math.floor((weight - plates.bar) * FINE * 0.5 + 1e-6);
  const perSide = room > 0 ? fewest(room, plates.pairs) : [];
  const total = clean(plates.bar + 2 * sum(perSide));
  return { perSide, total, missing: clean(weight - total) };
}

/** Return the fewest plates with the largest sum up to `room`, heaviest first. */
function fewest(room: number, pairs: Plates["pairs"]): readonly number[] {
  let best = new Map<number, readonly number[]>([[0, []]]);
  for (const [plate, count] of [...pairs].sort(([a], [b]) => b - a)) {
    const next = new Map(best);
    for (const [side, used] of best) {
      for (let more = 1; more <= count; more += 1) {
        const heavier = side + Math.round(plate * FINE) * more;
        if (heavier > room) break;
        const tried = [...used, ...Array<number>(more).fill(plate)];
        const known = next.get(heavier);
        if (!known || isBetter(tried, known)) next.set(heavier, tried);
      }
    }
    best = next;
  }
  return best.get(Math.max(...best.keys())) ?? [];
}

/** Fewer plates are better, and of as many the heavier ones: they go on first. */
function isBetter(tried: readonly number[], known: readonly number[]): boolean {
  if (tried.length !== known.length) return tried.length < known.length;
  const at = tried.findIndex((plate, place) => plate !== known[place]);
  return (tried[at] ?? 0) > (known[at] ?? 0);
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, one) => total + one, 0);
}

function clean(weight: number): number {
  return Math.round(weight * FINE) / FINE;
}
