/** What a gym has: as its lifter described it, or else what is usual. */

import type { WeightUnit } from "../rows.ts";

/** Ascending loads of one piece of equipment, as entered in `unit`. */
export interface Offered {
  readonly unit: WeightUnit;
  readonly entered: readonly number[];
}

/** A bar with pairs of plates, heaviest plate first, all in `unit`. */
export interface Plates {
  readonly unit: WeightUnit;
  readonly bar: number;
  readonly pairs: readonly (readonly [plate: number, count: number])[];
}

const MOST_KG = 1000;
const MOST_LB = 2204.62;

/** The kind of loads that each equipment of the catalogue has. */
const KIND_OF: Readonly<Record<string, string>> = {
  trap_bar: "barbell",
  // What a band or an odd object weighs is the lifter's guess: any small step.
  band: "bodyweight",
  other: "bodyweight",
};

const BARS: Readonly<Record<string, Readonly<Record<WeightUnit, number>>>> = {
  barbell: { kg: 20, lb: 45 },
  ez_bar: { kg: 10, lb: 20 },
  smith: { kg: 15, lb: 35 },
  plate_machine: { kg: 0, lb: 0 },
};

const PAIRS: Readonly<Record<WeightUnit, Plates["pairs"]>> = {
  kg: [
    [20, 6],
    [15, 1],
    [10, 1],
    [5, 1],
    [2.5, 1],
    [1.25, 1],
  ],
  lb: [
    [45, 6],
    [35, 1],
    [25, 1],
    [10, 2],
    [5, 1],
    [2.5, 1],
  ],
};

const KETTLEBELLS: Readonly<Record<WeightUnit, readonly number[]>> = {
  kg: [4, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32, 36, 40, 44, 48],
  lb: [9, 13, 18, 22, 26, 31, 35, 44, 53, 62, 70, 79, 88, 97, 106],
};

const STACKS: Readonly<
  Record<string, Readonly<Record<WeightUnit, readonly [number, number, number]>>>
> = {
  stack: { kg: [5, 5, 150], lb: [10, 10, 300] },
  cable: { kg: [2.5, 2.5, 100], lb: [5, 5, 200] },
  bodyweight: { kg: [0, 2.5, 100], lb: [0, 5, 200] },
};

const usual = new Map<string, Offered>();
const described = new WeakMap<object, Map<string, Offered | null>>();

/** Return the loads that a gym usually offers for an equipment. */
export function usualLoads(equipment: string, unit: WeightUnit): Offered {
  // Every tap asks for them, and the sums of plates take their time.
  return remembered(usual, `${kindOf(equipment)}/${unit}`, () =>
    countUsual(equipment, unit),
  );
}

/** Return the loads of an equipment as the lifter described it, null if not. */
export function describedLoads(equipment: string, gym: unknown): Offered | null {
  if (!isRecord(gym)) return null;
  const known = described.get(gym) ?? new Map<string, Offered | null>();
  described.set(gym, known);
  return remembered(known, kindOf(equipment), () => countDescribed(equipment, gym));
}

function remembered<T>(known: Map<string, T>, key: string, count: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const counted = count();
  known.set(key, counted);
  return counted;
}

function countUsual(equipment: string, unit: WeightUnit): Offered {
  const kind = kindOf(equipment);
  const plates = usualPlates(equipment, unit);
  if (plates) return plateLoads(plates);
  if (kind === "kettlebell") return { unit, entered: KETTLEBELLS[unit] };
  if (kind === "dumbbell") return { unit, entered: dumbbells(unit) };
  const [lowest, step, highest] = (STACKS[kind] ?? STACKS["bodyweight"])?.[unit] ?? [
    0, 1, 0,
  ];
  return { unit, entered: stackLoads(lowest, step, highest) };
}

function countDescribed(equipment: string, gym: unknown): Offered | null {
  const plates = describedPlates(equipment, gym);
  if (plates) return plateLoads(plates);
  const one = descriptionOf(equipment, gym);
  const unit = one && unitOf(one["unit"]);
  if (!one || !unit) return null;
  if (one["kind"] === "rack" && Array.isArray(one["weights"])) {
    const weights = one["weights"].filter(isNumber);
    return weights.length > 0 ? { unit, entered: ascending(weights) } : null;
  }
  const { lowest, step, highest } = one;
  if (!isNumber(lowest) || !isNumber(step) || !isNumber(highest)) return null;
  if (one["kind"] !== "stack" || step < 0.5 || highest < lowest) return null;
  return { unit, entered: stackLoads(lowest, step, highest) };
}

/** Return the bar and plates of an equipment, null where none are put on it. */
export function platesOf(
  equipment: string,
  described: unknown,
  unit: WeightUnit,
): Plates | null {
  const own = describedPlates(equipment, described);
  if (own || descriptionOf(equipment, described)) return own;
  return usualPlates(equipment, unit);
}

function usualPlates(equipment: string, unit: WeightUnit): Plates | null {
  const bar = BARS[kindOf(equipment)]?.[unit];
  return bar === undefined ? null : { unit, bar, pairs: PAIRS[unit] };
}

function describedPlates(equipment: string, described: unknown): Plates | null {
  const one = descriptionOf(equipment, described);
  const unit = one && unitOf(one["unit"]);
  if (!one || !unit || one["kind"] !== "plates" || !isNumber(one["bar"])) return null;
  const listed = Array.isArray(one["plates"]) ? one["plates"] : [];
  const pairs = listed
    .filter(isRecord)
    .map(({ weight, pairs }) => [Number(weight), Number(pairs)] as const)
    .filter(([weight, count]) => weight > 0 && count > 0)
    .sort(([a], [b]) => b - a);
  return { unit, bar: one["bar"], pairs };
}

function descriptionOf(equipment: string, described: unknown) {
  const one = isRecord(described) ? described[kindOf(equipment)] : undefined;
  return isRecord(one) ? one : null;
}

function plateLoads({ unit, bar, pairs }: Plates): Offered {
  const most = unit === "kg" ? MOST_KG : MOST_LB;
  let sums = new Set([clean(bar)]);
  for (const [plate, count] of pairs) {
    const more = new Set<number>();
    for (const done of sums) {
      for (let used = 0; used <= count; used += 1) {
        const total = clean(done + 2 * plate * used);
        if (total <= most) more.add(total);
      }
    }
    sums = more;
  }
  return { unit, entered: ascending([...sums]) };
}

function stackLoads(lowest: number, step: number, highest: number): number[] {
  const count = Math.floor((highest - lowest) / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => clean(lowest + step * index));
}

function dumbbells(unit: WeightUnit): number[] {
  if (unit === "kg") return [...stackLoads(1, 1, 10), ...stackLoads(12.5, 2.5, 60)];
  return [2.5, ...stackLoads(5, 5, 120)];
}

function kindOf(equipment: string): string {
  return KIND_OF[equipment] ?? equipment;
}

function unitOf(unit: unknown): WeightUnit | null {
  return unit === "kg" || unit === "lb" ? unit : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function ascending(weights: readonly number[]): number[] {
  return [...new Set(weights.map(clean))].sort((a, b) => a - b);
}

function clean(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
