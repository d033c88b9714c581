import type { WorkoutLogShape } from "../api/client.ts";
import type { MutationArgs } from "../model/mutations.ts";
import { openOffers } from "../model/past/offers.ts";
import { setToArgs } from "../model/past/restoring.ts";
import type { SetDraft } from "../model/past/setDraft.ts";
import {
  byExercise,
  type ExerciseGroup,
  nextSetNumber,
  withEmpty,
} from "../model/past/summary.ts";
import type { LoggedSet, WorkoutLog } from "../model/rows.ts";
import { gymAt, placeOf } from "../model/workout/gyms.ts";
import { loadsOf } from "../model/workout/loads.ts";
import { setPlanOf } from "../model/workout/setPlan.ts";
import { backFilledAt } from "../model/workout/summary.ts";
import { app } from "./app.svelte.ts";
import { change } from "./change.ts";
import { newSetId } from "./clock.svelte.ts";
import { rows } from "./rows.svelte.ts";
import { server } from "./server.ts";
import { shapeToLog } from "./shapeToLog.ts";

/** One workout of the past, to look at and to correct. */
export class PastWorkout {
  readonly id: string;
  state = $state<"loading" | "here" | "elsewhere" | "missing" | "offline">("loading");
  /** Exercises that were added and have no set yet. */
  #added = $state.raw<readonly number[]>([]);
  #shape = $state.raw<WorkoutLogShape | null>(null);

  readonly log: WorkoutLog | null = $derived.by(
    () => rows.logs.get(this.id) ?? (this.#shape ? shapeToLog(this.#shape) : null),
  );
  readonly isReadOnly = $derived.by(() => !rows.logs.has(this.id));
  readonly instance = $derived(rows.instances.get(this.log?.workoutInstanceId ?? ""));
  readonly block = $derived(rows.mesocycles.get(this.log?.mesocycleId ?? ""));
  readonly groups: readonly ExerciseGroup[] = $derived.by(() => {
    const isOpen = this.log?.status === "in_progress";
    const planned = isOpen ? (this.instance?.prescriptions ?? []) : [];
    const empty = [...planned.map((one) => one.exerciseId), ...this.#added];
    return withEmpty(byExercise(this.log?.sets ?? []), empty);
  });
  readonly offers = $derived.by(() =>
    openOffers(rows.proposals.values(), this.id, rows.instances),
  );

  constructor(id: string) {
    this.id = id;
  }

  /** Find the workout on the device, else on the server. */
  async load(): Promise<void> {
    this.state = "loading";
    if (await rows.loadLog(this.id)) {
      this.state = "here";
      return;
    }
    const answer = await server.call((api) =>
      api.GET("/api/v1/workout-logs/{log_id}", {
        params: { path: { log_id: this.id } },
      }),
    );
    if (answer.ok) this.#shape = answer.data;
    if (answer.ok) this.state = "elsewhere";
    else this.state = answer.offline ? "offline" : "missing";
  }

  addExercise(exerciseId: number): void {
    this.#added = [...this.#added, exerciseId];
  }

  /** Keep a set: corrected, or one more of an exercise. */
  async saveSet(
    exerciseId: number,
    set: LoggedSet | null,
    draft: SetDraft,
  ): Promise<void> {
    const { log } = this;
    if (!log || draft.weight === null || draft.reps === null) return;
    const entered = {
      weight: draft.weight,
      weightUnit: draft.weightUnit,
      reps: draft.reps,
      seconds: draft.seconds,
      rir: draft.rir,
      setType: draft.setType,
      note: draft.note.trim() || null,
    };
    if (set) {
      await change("saveSet", { ...setToArgs(log.id, set), ...entered });
      return;
    }
    await change("saveSet", {
      workoutLogId: log.id,
      id: newSetId(),
      exerciseId,
      setNumber: nextSetNumber(log.sets, exerciseId),
      performedAt: backFilledAt(log),
      ...entered,
    });
  }

  /** Enter every planned set as it was planned; returns how many there were. */
  async fillAsPlanned(): Promise<number> {
    let count = 0;
    for (const planned of this.instance?.prescriptions ?? []) {
      const exercise = rows.exercises.get(planned.exerciseId);
      if (!exercise || this.log?.sets.some((s) => s.exerciseId === exercise.id))
        continue;
      const place = placeOf(rows.preferences, this.instance?.workoutId ?? null, null);
      const gym = gymAt(place, rows.preferences, {
        unit: app.unit,
        bodyWeightKg: rows.preferences?.bodyWeightKg ?? null,
      });
      const isEasy = this.log?.isDeload === true || planned.isRecovery;
      const plan = setPlanOf(planned, loadsOf(exercise, gym), {
        isCold: false,
        isEasy,
      });
      for (const { weight, unit: weightUnit, reps } of plan.sets) {
        if (weight === null || reps === null) continue;
        const rir = planned.targetRir;
        const entered = { weight, weightUnit, reps, rir, setType: "working", note: "" };
        const draft = { ...entered, seconds: null, isTimeTyped: false };
        await this.saveSet(exercise.id, null, draft);
        count += 1;
      }
    }
    return count;
  }

  async deleteSet(set: LoggedSet): Promise<void> {
    await change("deleteSet", { workoutLogId: this.id, id: set.id });
  }

  async bringSetBack(set: LoggedSet): Promise<void> {
    await change("saveSet", setToArgs(this.id, set));
  }

  async edit(
    args: Omit<MutationArgs["editWorkoutLog"], "workoutLogId">,
  ): Promise<void> {
    await change("editWorkoutLog", { workoutLogId: this.id, ...args });
  }
}
