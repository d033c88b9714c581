import type { GeneratedPlanShape } from "../api/client.ts";
import type { Draft } from "../model/plan/draft.ts";
import { newId } from "./clock.svelte.ts";

/** How a day is called by its kind, in the language of the app. */
export type NameOf = (kind: string, nth: number, count: number) => string;

/** A plan that was made for the lifter, and what led to it. */
export interface Made {
  readonly plan: GeneratedPlanShape;
  readonly avoid: number[];
  readonly seed: number;
}

/** A workout that a block can begin with. */
export interface PlainWorkout {
  readonly name: string;
  readonly weekday: number;
  readonly like?: string | null;
  readonly exercises: readonly {
    readonly exerciseId: number;
    readonly sets: number;
    readonly repMin: number;
    readonly repMax: number;
    readonly superset?: number | null;
    readonly notes?: string | null;
  }[];
}

/** Return workouts as they are edited. */
export function plainDraft(workouts: readonly PlainWorkout[]): Draft {
  return workouts.map((workout) => ({
    id: newId(),
    name: workout.name,
    weekday: workout.weekday,
    ...(workout.like && { like: workout.like }),
    exercises: workout.exercises.map((one) => ({
      key: newId(),
      exerciseId: one.exerciseId,
      sets: one.sets,
      repMin: one.repMin,
      repMax: one.repMax,
      superset: one.superset ?? null,
      notes: one.notes ?? null,
    })),
  }));
}

/** Return the workouts of a plan as they are edited. */
export function madeDraft({ workouts }: GeneratedPlanShape, nameOf: NameOf): Draft {
  const kinds = workouts.map((workout) => workout.kind);
  const count = (all: readonly string[], kind: string) =>
    all.filter((one) => one === kind).length;
  return workouts.map(({ kind, weekday, exercises }, index) => ({
    id: newId(),
    name: nameOf(kind, count(kinds.slice(0, index), kind) + 1, count(kinds, kind)),
    weekday,
    exercises: exercises.map((one) => ({
      key: newId(),
      exerciseId: one.exerciseId,
      sets: one.sets,
      repMin: one.repMin,
      repMax: one.repMax,
      superset: one.superset ?? null,
      notes: null,
    })),
  }));
}
