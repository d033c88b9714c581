import type {
  AdherenceSpanShape,
  DashboardShape,
  AnalyticsShapesFeedbackShape,
  MuscleSharesShape,
  RecordShape,
  TrainedWeekShape,
  TrainingDaysShape,
  TrendShape,
  WeekOfMuscleShape,
  YearOverYearShape,
} from "../api/client.ts";
import { daysLater } from "../model/past/days.ts";
import {
  isRange,
  LONGEST_DAYS,
  type Preset,
  PRESETS,
  type Range,
  rangeBefore,
  rangeOf,
  yearBefore,
} from "../model/past/ranges.ts";
import { app } from "./app.svelte.ts";
import { Asked } from "./asked.svelte.ts";
import { router } from "./router.svelte.ts";
import { rows } from "./rows.svelte.ts";
import { server } from "./server.ts";

export const TABS = ["overview", "muscles", "strength", "habits"] as const;
export type Tab = (typeof TABS)[number];
export const COMPARISONS = ["none", "before", "year", "custom"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Which part of the past is looked at, and what the server says of it. */
export class Analytics {
  tab = $state<Tab>(oneOf(TABS, router.query.get("tab")) ?? "overview");
  preset = $state<Preset | "custom">(
    oneOf(PRESETS, router.query.get("range")) ?? "quarter",
  );
  custom = $state.raw<Range>({ from: "", to: "" });
  comparison = $state<Comparison>("none");
  customBefore = $state.raw<Range>({ from: "", to: "" });
  exerciseId = $state<number | null>(null);
  year = $state(Number(app.today.slice(0, 4)));

  readonly dashboard = new Asked<DashboardShape>();
  readonly weeks = new Asked<readonly TrainedWeekShape[]>();
  readonly weeksBefore = new Asked<readonly TrainedWeekShape[]>();
  readonly muscles = new Asked<MuscleSharesShape>();
  readonly musclesBefore = new Asked<MuscleSharesShape>();
  readonly muscleWeeks = new Asked<readonly WeekOfMuscleShape[]>();
  readonly records = new Asked<readonly RecordShape[]>();
  readonly trend = new Asked<TrendShape>();
  readonly adherence = new Asked<AdherenceSpanShape>();
  readonly days = new Asked<TrainingDaysShape>();
  readonly years = new Asked<YearOverYearShape>();
  readonly feedback = new Asked<AnalyticsShapesFeedbackShape>();

  readonly range: Range = $derived.by(() =>
    this.preset === "custom"
      ? this.custom
      : rangeOf(this.preset, app.today, daysLater(app.today, 14 - LONGEST_DAYS)),
  );
  readonly before: Range | null = $derived.by(() => {
    if (this.comparison === "before") return rangeBefore(this.range);
    if (this.comparison === "year") return yearBefore(this.range);
    return this.comparison === "custom" ? this.customBefore : null;
  });

  /** Look at something else: a tab, other days, another exercise. */
  look(at: Partial<Looked>): void {
    Object.assign(this, at);
    const query = new URLSearchParams({ tab: this.tab, range: this.preset });
    history.replaceState(null, "", `?${query.toString()}`);
    void this.load();
  }

  /** Ask for what the tab shows, as far as it is not known. */
  async load(): Promise<void> {
    if (!isRange(this.range)) return;
    await this.#ofTab();
    if (this.#all().some((asked) => asked.status === "offline")) await this.#device();
  }

  /** Ask everything anew: the network is back, or something was logged. */
  async reload(): Promise<void> {
    for (const asked of this.#all()) asked.forget();
    await this.load();
  }

  /** Bring the workouts of the range into memory: the server is away. */
  async #device(): Promise<void> {
    await rows.loadLogs(this.range.from, this.range.to);
    if (this.before) await rows.loadLogs(this.before.from, this.before.to);
  }

  async #ofTab(): Promise<void> {
    if (this.tab === "overview") await this.#overview();
    else if (this.tab === "muscles") await this.#ofMuscles();
    else if (this.tab === "strength") await this.#strength();
    else await this.#habits();
  }

  async #overview(): Promise<void> {
    const { range, before } = this;
    const weeksOf = (query: Range) => () =>
      server.call((api) => api.GET("/api/v1/analytics/weeks", { params: { query } }));
    await Promise.all([
      this.dashboard.ask("now", () =>
        server.call((api) => api.GET("/api/v1/dashboard")),
      ),
      this.weeks.ask(keyOf(range), weeksOf(range)),
      before && this.weeksBefore.ask(keyOf(before), weeksOf(before)),
    ]);
  }

  async #ofMuscles(): Promise<void> {
    const { range, before } = this;
    const sharesOf = (query: Range) => () =>
      server.call((api) =>
        api.GET("/api/v1/analytics/muscle-groups", { params: { query } }),
      );
    await Promise.all([
      this.muscles.ask(keyOf(range), sharesOf(range)),
      before && this.musclesBefore.ask(keyOf(before), sharesOf(before)),
      this.muscleWeeks.ask(keyOf(range), () =>
        server.call((api) =>
          api.GET("/api/v1/analytics/muscle-weeks", { params: { query: range } }),
        ),
      ),
    ]);
  }

  async #strength(): Promise<void> {
    const { range, exerciseId } = this;
    const records = this.records.ask(keyOf(range), () =>
      server.call((api) =>
        api.GET("/api/v1/analytics/records", { params: { query: range } }),
      ),
    );
    if (exerciseId !== null) {
      const path = { exercise_id: exerciseId };
      await this.trend.ask(`${String(exerciseId)}/${keyOf(range)}`, () =>
        server.call((api) =>
          api.GET("/api/v1/analytics/exercises/{exercise_id}/trend", {
            params: { path, query: range },
          }),
        ),
      );
    }
    await records;
  }

  async #habits(): Promise<void> {
    const { range, year } = this;
    const query = range;
    await Promise.all([
      this.adherence.ask(keyOf(range), () =>
        server.call((api) =>
          api.GET("/api/v1/analytics/adherence", { params: { query } }),
        ),
      ),
      this.feedback.ask(keyOf(range), () =>
        server.call((api) =>
          api.GET("/api/v1/analytics/feedback", { params: { query } }),
        ),
      ),
      this.days.ask(String(year), () =>
        server.call((api) =>
          api.GET("/api/v1/analytics/training-days", { params: { query: { year } } }),
        ),
      ),
      this.years.ask(String(year), () =>
        server.call((api) =>
          api.GET("/api/v1/analytics/year-over-year", { params: { query: { year } } }),
        ),
      ),
    ]);
  }

  #all(): readonly { readonly status: string; forget(): void }[] {
    return [
      this.dashboard,
      this.weeks,
      this.weeksBefore,
      this.muscles,
      this.musclesBefore,
      this.muscleWeeks,
      this.records,
      this.trend,
      this.adherence,
      this.days,
      this.years,
      this.feedback,
    ];
  }
}

type Looked = Pick<
  Analytics,
  "tab" | "preset" | "custom" | "comparison" | "customBefore" | "exerciseId" | "year"
>;

function keyOf({ from, to }: Range): string {
  return `${from}/${to}`;
}

function oneOf<T extends string>(all: readonly T[], text: string | null): T | null {
  return all.find((one) => one === text) ?? null;
}
