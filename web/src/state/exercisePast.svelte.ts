import type { RecordShape, TrendShape } from "../api/client.ts";
import type { LiftRecord, LiftSession } from "../model/past/lifting.ts";
import { recordsOf, sessionsOf, trendOf } from "../model/past/lifting.ts";
import type { WorkoutLog } from "../model/rows.ts";
import { daysLater } from "../model/past/days.ts";
import { app } from "./app.svelte.ts";
import { rows } from "./rows.svelte.ts";
import { server } from "./server.ts";

/** More than anybody does of one exercise in ten years. */
const EVER = 5000;
/** The most days that the server answers for: ten years. */
const LONGEST = 3652;

export interface TrendDay {
  readonly day: string;
  readonly kg: number;
  readonly isDeload: boolean;
}

/** The past of one exercise: from the device at once, from the server when it answers. */
export class ExercisePast {
  readonly id: number;
  #logs = $state.raw<readonly WorkoutLog[] | null>(null);
  #records = $state.raw<readonly RecordShape[] | null>(null);
  #trend = $state.raw<TrendShape | null>(null);

  /** Null until the device has been read. */
  readonly sessions: readonly LiftSession[] | null = $derived.by(() => {
    const bodyWeightKg = rows.preferences?.bodyWeightKg ?? null;
    if (!this.#logs) return null;
    return sessionsOf(this.#current(), this.id, rows.exercises, bodyWeightKg);
  });
  /** Whether records and trend are the server's, from all of history. */
  readonly isWhole = $derived(this.#records !== null);
  readonly records: readonly LiftRecord[] = $derived(
    this.#records?.map(recordOf) ?? recordsOf(this.sessions ?? []),
  );
  readonly trend: readonly TrendDay[] = $derived.by(() => {
    const here = trendOf(this.sessions ?? []);
    const whole = this.#trend?.points.flatMap((point) =>
      point.oneRm === null
        ? []
        : [{ day: point.weekStart, kg: point.oneRm, isDeload: point.isDeload }],
    );
    return whole && whole.length > here.length ? whole : here;
  });

  constructor(id: number) {
    this.id = id;
  }

  async load(): Promise<void> {
    void this.#ask();
    this.#logs = await rows.logsWith(this.id, EVER);
  }

  /** Ask the server for what it has worked out from all of history. */
  async #ask(): Promise<void> {
    const path = { exercise_id: this.id };
    const [records, trend] = await Promise.all([
      server.call((api) =>
        api.GET("/api/v1/analytics/records", {
          params: { query: { exerciseId: this.id } },
        }),
      ),
      server.call((api) =>
        api.GET("/api/v1/analytics/exercises/{exercise_id}/trend", {
          params: { path, query: { from: daysLater(app.today, -LONGEST) } },
        }),
      ),
    ]);
    if (records.ok && typeof records.data !== "string") this.#records = records.data;
    if (trend.ok && typeof trend.data !== "string") this.#trend = trend.data;
  }

  /** The workouts as they are now, where they are in memory: they may be corrected. */
  #current(): readonly WorkoutLog[] {
    return (this.#logs ?? []).map((log) => rows.logs.get(log.id) ?? log);
  }
}

function recordOf(shape: RecordShape): LiftRecord {
  return {
    kind: shape.kind,
    reps: shape.reps,
    valueKg: shape.value,
    achievedOn: shape.achievedOn,
    workoutLogId: shape.workoutLogId,
  };
}
