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
