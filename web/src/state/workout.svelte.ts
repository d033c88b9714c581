import type { WorkoutInstance, WorkoutLog } from "../model/rows.ts";
import { GROUP_OF, isMuscle } from "../model/muscles.ts";
import type { Doubt } from "../model/workout/doubts.ts";
import { doubtsOf } from "../model/workout/doubts.ts";
import type { ExerciseToDo } from "../model/workout/exercises.ts";
import { exercisesOf } from "../model/workout/exercises.ts";
import type { Place } from "../model/workout/gyms.ts";
import { gymAt, placeOf } from "../model/workout/gyms.ts";
import type { Lighter } from "../model/workout/lighter.ts";
import { addedRows, lighterOf } from "../model/workout/lighter.ts";
import type { Gym } from "../model/workout/loads.ts";
import { kgOf } from "../model/workout/kilograms.ts";
import { currentOf } from "../model/workout/order.ts";
import type { Past, RecentSet } from "../model/workout/past.ts";
import { loadKgOf } from "../model/workout/past.ts";
import type { Question } from "../model/workout/questions.ts";
import { questionsOf } from "../model/workout/questions.ts";
import type { RecordKind } from "../model/workout/records.ts";
import type { SetRow } from "../model/workout/setRows.ts";
import type { Summary } from "../model/workout/summary.ts";
import { isBackFilled, summaryOf } from "../model/workout/summary.ts";
import { TIRED, lastSets } from "../model/workout/tired.ts";
import { app } from "./app.svelte.ts";
import { clock } from "./clock.svelte.ts";
import { KeptDraft } from "./keptDraft.svelte.ts";
import { Pasts } from "./pasts.svelte.ts";
import { rows } from "./rows.svelte.ts";

const COUNTED = ["working", "failure"];

/** One workout as it is being done: its exercises, what is next, what to ask. */
export class RunningWorkout {
  readonly id: string;
  readonly draft: KeptDraft;
  readonly pasts = new Pasts();
  /** What was done last, to be read aloud. */
  said = $state("");

  constructor(logId: string) {
    this.id = logId;
    this.draft = new KeptDraft(logId);
  }

  readonly log: WorkoutLog | null = $derived.by(() => rows.logs.get(this.id) ?? null);
  readonly instance: WorkoutInstance | null = $derived.by(() =>
    this.log?.workoutInstanceId
      ? (rows.instances.get(this.log.workoutInstanceId) ?? null)
      : null,
  );
  readonly place: Place = $derived.by(() =>
    placeOf(
      rows.preferences,
      this.log?.workoutId ?? this.instance?.workoutId ?? null,
      this.draft.now.gyms[0] ?? null,
    ),
  );
  readonly gym: Gym = $derived.by(() =>
    gymAt(this.place, rows.preferences, {
      unit: app.unit,
      bodyWeightKg: this.log?.bodyWeightKg ?? rows.preferences?.bodyWeightKg ?? null,
    }),
  );
  readonly exercises: readonly ExerciseToDo[] = $derived.by(() =>
    this.log
      ? exercisesOf({
          log: this.log,
          instance: this.instance,
          exercises: rows.exercises,
          gym: this.gym,
          draft: this.draft.now,
          pastOf: (id) => this.pasts.of(id),
        })
      : [],
  );
  readonly current: SetRow | null = $derived.by(() =>
    this.log ? currentOf(this.exercises, this.log) : null,
  );
  readonly questions: readonly Question[] = $derived.by(() => this.#questions());
  /** Sets that could be left out, for muscles that are still sore. */
  readonly lighter: readonly Lighter[] = $derived.by(() =>
    lighterOf(this.exercises, {
      before: this.#before(),
      groupOf: groupOfMuscle,
      sorenessOf: (group) =>
        this.log?.feedback.find((one) => one.muscleGroup === group)?.sorenessLevel ??
        null,
    }).filter((one) => !this.draft.now.passed.includes(`lighter/${one.muscleGroup}`)),
  );
  /** The sets that could be left out after a bad night; none once that was answered. */
  readonly tired: readonly SetRow[] = $derived.by(() =>
    this.draft.now.passed.includes(TIRED)
      ? []
      : lastSets(this.exercises, this.log?.isDeload ?? false),
  );
  readonly summary: Summary | null = $derived.by(() =>
    this.log ? summaryOf(this.log, this.exercises, (id) => this.pasts.of(id)) : null,
  );
  readonly isBackFilled: boolean = $derived.by(
    () => this.log !== null && isBackFilled(this.log, clock.now),
  );
  /** The records to mark; what is written down late sets off no celebration. */
  readonly records: ReadonlyMap<number, RecordKind> = $derived.by(() => {
    const found = this.isBackFilled ? [] : (this.summary?.records ?? []);
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- it is made anew.
    return new Map(found.map(({ set, kind }) => [set.id, kind]));
  });

  pastOf(exerciseId: number): Past | null {
    return this.pasts.of(exerciseId);
  }

  /** Read what was done before, for every exercise that it is not known of yet. */
  async readPasts(): Promise<void> {
    const { log, exercises } = this;
    if (log) await this.pasts.read(log, exercises);
  }

  /** Return why a set should be looked at again; nothing once the lifter said it is right. */
  doubtsOf(row: SetRow): readonly Doubt[] {
    const set = row.done;
    const one = this.exerciseOf(row.exerciseId);
    if (!set || !one || row.isWarmUp || set.flag === "confirmed") return [];
    if (this.draft.now.settled.includes(set.id)) return [];
    const doubtful = {
      loadKg: loadKgOf(set, one.loads),
      reps: set.reps,
      rir: set.rir,
      isWorking: COUNTED.includes(set.setType),
      plannedKg: this.#plannedKg(one),
    };
    return doubtsOf(doubtful, this.#recent(row, one));
  }

  /** The sets still to do that were added to an exercise since last week. */
  addedTo(exerciseId: number): readonly SetRow[] {
    const one = this.exerciseOf(exerciseId);
    return one ? addedRows(one, this.#before()) : [];
  }

  exerciseOf(exerciseId: number): ExerciseToDo | null {
    return this.exercises.find((one) => one.exerciseId === exerciseId) ?? null;
  }

  #plannedKg({ planned, loads }: ExerciseToDo): number | null {
    if (!planned || planned.targetWeight === null) return null;
    const kg = kgOf(planned.targetWeight, planned.weightUnit);
    return Math.max(0, loads.assists ? loads.ownKg - kg : loads.ownKg + kg);
  }

  /** The sets before one: those of this workout first, then of earlier ones. */
  #recent(row: SetRow, { rows: all, loads }: ExerciseToDo): RecentSet[] {
    const here = all
      .filter((other) => other.number < row.number)
      .flatMap(({ done }) => (done && COUNTED.includes(done.setType) ? [done] : []))
      .filter((set) => set.flag !== "to_confirm")
      .map((set) => ({ loadKg: loadKgOf(set, loads), reps: set.reps, rir: set.rir }));
    return [...here.reverse(), ...(this.pasts.of(row.exerciseId)?.recent ?? [])];
  }

  /** The same day a week before. */
  #before(): WorkoutInstance | null {
    const { instance } = this;
    if (!instance) return null;
    return (
      rows
        .instancesOf(instance.mesocycleId)
        .find(
          (one) =>
            one.workoutId === instance.workoutId &&
            one.weekNumber === instance.weekNumber - 1,
        ) ?? null
    );
  }

  #questions(): readonly Question[] {
    const { log, instance } = this;
    if (!log || !instance) return [];
    return questionsOf(
      {
        log,
        instance,
        block: rows.instancesOf(instance.mesocycleId),
        exercises: this.exercises,
        catalogue: rows.exercises,
        groupOf: groupOfMuscle,
        isStrict: rows.preferences?.strictGate ?? false,
      },
      this.draft.now.passed,
    );
  }
}

function groupOfMuscle(muscle: string): string {
  return isMuscle(muscle) ? GROUP_OF[muscle] : muscle;
}
