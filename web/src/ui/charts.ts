/** What every chart is given beside its data. */
export interface ChartWords {
  /** The name of what runs along the chart, the head of the table's first column. */
  readonly x: string;
  /** The name of what is measured, with its unit, the head of its column. */
  readonly y: string;
  /** "Show as table" and "Show as chart". */
  readonly table: string;
  readonly chart: string;
}

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** Null where nothing is known. */
  readonly value: number | null;
  /** A goal, drawn as a line across the bar. */
  readonly goal?: number | undefined;
  /** Whether it stands out: this week, the best. */
  readonly isMarked?: boolean | undefined;
}

export interface LinePoint {
  /** Where it stands along the chart: days, milliseconds, an index. */
  readonly x: number;
  readonly y: number | null;
  /** How `x` is said: "3 March". */
  readonly label: string;
  /** What happened there: "Record". Marks the point. */
  readonly note?: string | undefined;
}

export interface Line {
  readonly key: string;
  readonly label: string;
  readonly points: readonly LinePoint[];
}

/** Weekly sets against the landmarks of a muscle (or of a week). */
export interface BandRow {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** What was planned, drawn as an outline. */
  readonly planned?: number | undefined;
  readonly maintenance: number;
  readonly mev: number;
  readonly target: number;
  readonly mrv: number;
  /** Where the value lies, in words: "growing". */
  readonly zone: string;
}

export interface HeatDay {
  /** ISO date. */
  readonly date: string;
  readonly step: Step;
  /** What is said of the day: "12 March: 18 sets". */
  readonly text: string;
}

/** How much, in five steps from nothing (0) to most (4). */
export type Step = 0 | 1 | 2 | 3 | 4;

export interface MuscleValue {
  /** One of the 17 muscles of the engine. */
  readonly muscle: string;
  readonly name: string;
  readonly step: Step;
  /** What is written on the map: "12". Short. */
  readonly short: string;
  /** What is said of it: "12 sets a week". */
  readonly text: string;
}

/** Return round numbers from 0 (or below `low`) to at least `high`, about `count` + 1. */
export function ticks(low: number, high: number, count = 4): readonly number[] {
  if (!(high > low)) return [low, low + 1];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}

/** Return the point that a key moves to, null for a key that moves nowhere. */
export function pointAfterKey(key: string, at: number, count: number): number | null {
  const last = count - 1;
  const far = Math.max(1, Math.round(count / 10));
  const wanted: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    PageUp: at + far,
    PageDown: at - far,
    Home: 0,
    End: last,
  };
  const next = wanted[key];
  return next === undefined ? null : Math.min(last, Math.max(0, next));
}

/** Return the index of the number nearest to another one. */
export function nearest(numbers: readonly number[], to: number): number {
  let best = 0;
  numbers.forEach((one, at) => {
    if (Math.abs(one - to) < Math.abs((numbers[best] ?? 0) - to)) best = at;
  });
  return best;
}

/** A text that stands under a chart, `at` from 0 (start) to 1 (end). */
export interface AxisLabel {
  readonly at: number;
  readonly text: string;
  readonly isMarked?: boolean | undefined;
}

/** A label with where its text begins and ends, in px. */
export interface PlacedLabel extends AxisLabel {
  readonly start: number;
  readonly end: number;
}

/** Return the labels that have room beside each other between two places, in px. */
export function withRoom(
  labels: readonly AxisLabel[],
  from: number,
  to: number,
  letter: number,
): readonly PlacedLabel[] {
  const needed = Math.max(...labels.map((one) => one.text.length), 1) * letter + letter;
  const each = Math.max(
    1,
    Math.ceil((labels.length * needed) / Math.max(1, to - from)),
  );
  let limit = Number.POSITIVE_INFINITY;
  // Counted from the end: the latest one is what people look for.
  const found = labels.toReversed().flatMap((label, at) => {
    if (at % each !== 0) return [];
    const width = label.text.length * letter;
    const wanted = from + label.at * (to - from) - width / 2;
    const start = Math.max(0, Math.min(wanted, to + letter - width));
    if (start + width + letter > limit) return [];
    limit = start;
    return [{ ...label, start, end: start + width }];
  });
  return found.toReversed();
}
