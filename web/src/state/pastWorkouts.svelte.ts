import { SvelteMap } from "svelte/reactivity";
import type { LoggedWorkoutShape } from "../api/client.ts";
import { monthGrid } from "../model/past/calendar.ts";
import { daysLater } from "../model/past/days.ts";
import { groupBy } from "../model/past/grouping.ts";
import { matches, newestFirst } from "../model/past/summary.ts";
import type { WorkoutInstance, WorkoutLog } from "../model/rows.ts";
import { app } from "./app.svelte.ts";
import { rows } from "./rows.svelte.ts";
import { server } from "./server.ts";

/** A workout of the past: whole from the device, or a line from the server. */
export type PastEntry = (
  | { readonly log: WorkoutLog; readonly line: null }
  | { readonly log: null; readonly line: LoggedWorkoutShape }
) & { readonly id: string; readonly day: string; readonly performedAt: string };

const FIRST_WEEKS = 13;
/** How many weeks further back each time; then everything. */
const STRETCHES = [26, 52, 104] as const;
const FIRST_DAY = "1970-01-01";
const PAGE = 100;

/** The workouts of the past: which are looked at, and which have been fetched. */
class PastWorkouts {
  view = $state<"calendar" | "list">("calendar");
  /** The day that is chosen in the calendar; its month is shown. */
  day = $state("");
  words = $state("");
  muscle = $state<string | null>(null);
  mesocycleId = $state<string | null>(null);
  /** The list goes back to this day. */
  since = $state("");
  isLoading = $state(false);
  hasFailed = $state(false);
  #stretch = $state(0);
  #userId: number | null = null;
  readonly #onServer = new SvelteMap<string, LoggedWorkoutShape>();

  /** Whether the device has been given everything that the server has. */
  readonly isWhole = $derived(app.lastAnsweredAt !== null);
  readonly hasMore = $derived(this.#stretch <= STRETCHES.length);

  readonly entries: readonly PastEntry[] = $derived.by(() => {
    const here = [...rows.logs.values()].map(entryOfLog);
    const away = [...this.#onServer.values()].filter((one) => !rows.logs.has(one.id));
    return newestFirst([...here, ...away.map(entryOfLine)]);
  });
  readonly found: readonly PastEntry[] = $derived.by(() => {
    const { words, muscle, mesocycleId } = this;
    const filters = { words, muscle, mesocycleId };
    return this.entries.filter(({ log, line }) =>
      log
        ? matches(log, filters, rows.exercises)
        : matches({ ...line, notes: null, sets: [] }, filters, rows.exercises),
    );
  });
  /** What the list shows: nothing from before the day it goes back to. */
  readonly listed: readonly PastEntry[] = $derived(
    this.found.filter((one) => one.day >= this.since),
  );
  readonly byDay: ReadonlyMap<string, readonly PastEntry[]> = $derived(
    groupBy(this.found, (one) => one.day),
  );
  readonly plannedByDay: ReadonlyMap<string, readonly WorkoutInstance[]> = $derived(
    groupBy(
      [...rows.instances.values()].filter((one) => one.status === "scheduled"),
      (one) => one.scheduledOn,
    ),
  );

  /** Begin with today; what was looked at before stays for the same person. */
  enter(): void {
    const userId = app.account?.id ?? null;
    if (this.#userId === userId && this.day !== "") return;
    this.#userId = userId;
    this.#onServer.clear();
    this.#stretch = 0;
    this.day = app.today;
    this.since = daysLater(app.today, -7 * FIRST_WEEKS);
    this.clear();
    void this.#bring(this.since, app.today);
  }

  get isFiltered(): boolean {
    return Boolean(this.words.trim() || this.muscle || this.mesocycleId);
  }

  clear(): void {
    this.words = "";
    this.muscle = null;
    this.mesocycleId = null;
  }

  /** Show a day, and bring the workouts of its month. */
  async choose(day: string): Promise<void> {
    this.day = day;
    const weekStart = rows.preferences?.weekStart ?? 0;
    const grid = monthGrid(day, weekStart).flat();
    await this.#bring(grid[0] ?? day, grid.at(-1) ?? day);
  }

  /** Bring older workouts into the list. */
  async lookBack(): Promise<void> {
    const weeks = STRETCHES[this.#stretch];
    const from = weeks ? daysLater(this.since, -7 * weeks) : FIRST_DAY;
    await this.#bring(from, this.since);
    this.#stretch += 1;
    this.since = from;
  }

  async #bring(from: string, to: string): Promise<void> {
    this.isLoading = true;
    this.hasFailed = false;
    await rows.loadLogs(from, to);
    if (!this.isWhole) await this.#ask(from, to);
    this.isLoading = false;
  }

  async #ask(from: string, to: string): Promise<void> {
    const answer = await server.call((api) =>
      api.GET("/api/v1/workout-logs", { params: { query: { from, to, limit: PAGE } } }),
    );
    if (answer.ok) for (const one of answer.data.items) this.#onServer.set(one.id, one);
    else this.hasFailed = !answer.offline;
  }
}

function entryOfLog(log: WorkoutLog): PastEntry {
  const { id, localDate: day, performedAt } = log;
  return { id, day, performedAt, log, line: null };
}

function entryOfLine(line: LoggedWorkoutShape): PastEntry {
  const { id, localDate: day, performedAt } = line;
  return { id, day, performedAt, log: null, line };
}

export const pastWorkouts = new PastWorkouts();
