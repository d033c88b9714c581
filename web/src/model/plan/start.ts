/** From a template, an earlier block or nothing to a block that can be started. */

import type { LiftsById } from "./lift.ts";
import { type TrainingPlace, replacementsFor } from "./replace.ts";
import type { Mesocycle, WorkoutInstance } from "../rows.ts";
import type { Template } from "./choose.ts";
import {
  type Draft,
  type DraftDay,
  type DraftExercise,
  exerciseBody,
} from "./draft.ts";

/** Where a new block comes from. */
export type Source =
  | { readonly kind: "template"; readonly templateId: string; readonly draft: Draft }
  | {
      readonly kind: "block";
      readonly mesocycleId: string;
      readonly week: number;
      readonly draft: Draft;
    }
  | { readonly kind: "hand"; readonly draft: Draft };

export type EmphasisWord = "maintain" | "grow" | "emphasize";
/** What is not listed grows. */
export type EmphasisByMuscle = Readonly<Record<string, EmphasisWord>>;

export interface Wishes {
  readonly id: string;
  readonly name: string;
  /** What is left out comes from the template or the earlier block. */
  readonly description?: string;
  readonly startDate: string;
  readonly weeks: number;
  readonly weekdays: readonly number[];
  readonly emphasis: EmphasisByMuscle;
}

type ExerciseBody = Omit<DraftExercise, "key">;

export interface WorkoutBody {
  readonly name: string;
  readonly weekday: number;
  readonly exercises: ExerciseBody[];
  readonly like?: string;
}

export interface StartBody {
  readonly id: string;
  readonly startDate: string;
  readonly name: string;
  readonly description?: string;
  readonly durationWeeks: number;
  readonly emphasis: EmphasisByMuscle;
  readonly templateId?: string;
  readonly parentMesocycleId?: string;
  readonly week?: number;
  readonly weekdays?: number[];
  readonly replacements?: {
    readonly exerciseId: number;
    readonly newExerciseId: number;
  }[];
  readonly workouts?: WorkoutBody[];
}

/**
 * Return what starts a block.
 *
 * A template or an earlier block is named as long as only single exercises were
 * replaced; a plan that was changed otherwise is sent whole.
 */
export function startBody(source: Source, draft: Draft, wishes: Wishes): StartBody {
  const { id, startDate, name, description, weeks, emphasis } = wishes;
  const common = {
    id,
    startDate,
    name,
    durationWeeks: weeks,
    emphasis,
    ...(description !== undefined && { description }),
  };
  const weekdays = fromStart(wishes.weekdays, weekdayOf(startDate));
  const replaced = source.kind === "hand" ? null : replacedIn(source.draft, draft);
  if (source.kind === "hand" || replaced === null) {
    return { ...common, workouts: workoutBodies(draft, weekdays) };
  }
  const replacements = [...replaced].map(([exerciseId, newExerciseId]) => ({
    exerciseId,
    newExerciseId,
  }));
  return source.kind === "template"
    ? { ...common, templateId: source.templateId, weekdays, replacements }
    : {
        ...common,
        parentMesocycleId: source.mesocycleId,
        week: source.week,
        weekdays,
        replacements,
      };
}

export function workoutBodies(
  draft: Draft,
  weekdays: readonly number[],
): WorkoutBody[] {
  return draft.map((day, index) => ({
    name: day.name,
    weekday: weekdays[index] ?? day.weekday,
    exercises: day.exercises.map(exerciseBody),
    ...(day.like !== undefined && { like: day.like }),
  }));
}

/** Return which exercise took the place of which; null if more than that changed. */
export function replacedIn(
  before: Draft,
  after: Draft,
): ReadonlyMap<number, number> | null {
  if (before.length !== after.length) return null;
  const found = new Map<number, number>();
  for (const [index, day] of before.entries()) {
    const other = after[index];
    if (other?.exercises.length !== day.exercises.length) return null;
    if (other.name !== day.name) return null;
    for (const [place, one] of day.exercises.entries()) {
      const now = other.exercises[place];
      if (!now || !isSameButId(one, now)) return null;
      const known = found.get(one.exerciseId);
      if (known !== undefined && known !== now.exerciseId) return null;
      found.set(one.exerciseId, now.exerciseId);
    }
  }
  return new Map([...found].filter(([from, to]) => from !== to));
}

/** Return the draft with some exercises replaced by others. */
export function withReplacements(
  draft: Draft,
  replacements: ReadonlyMap<number, number | null>,
): Draft {
  return draft.map((day) => ({
    ...day,
    exercises: day.exercises.map((one) => ({
      ...one,
      exerciseId: replacements.get(one.exerciseId) ?? one.exerciseId,
    })),
  }));
}

/** An exercise that was replaced for the equipment; `to` is null where nothing fits. */
export interface Replaced {
  readonly from: number;
  readonly to: number | null;
}

/** Return the draft with other exercises for what a place has no equipment for. */
export function adapted(
  draft: Draft,
  lifts: LiftsById,
  place: TrainingPlace,
): { readonly draft: Draft; readonly replaced: readonly Replaced[] } {
  const ids = draft.flatMap((day) => day.exercises.map((one) => one.exerciseId));
  const found = replacementsFor(ids, lifts, place);
  const replaced = [...found].map(([from, to]) => ({ from, to }));
  return { draft: withReplacements(draft, found), replaced };
}

/** Return the draft without some exercises. */
export function withoutMissing(draft: Draft, exerciseIds: readonly number[]): Draft {
  return draft.map((day) => ({
    ...day,
    exercises: day.exercises.filter((one) => !exerciseIds.includes(one.exerciseId)),
  }));
}

export function templateToDraft(template: Template): Draft {
  return template.workouts.map((day, place) => ({
    id: `day ${String(place)}`,
    name: day.name,
    weekday: day.weekday,
    exercises: day.exercises.map((one, index) => ({
      key: `${String(place)}.${String(index)}`,
      exerciseId: one.exerciseId,
      sets: one.sets,
      repMin: one.repMin,
      repMax: one.repMax,
      superset: one.superset,
      notes: one.notes,
    })),
  }));
}

/** Return the plan of a running block, as it is edited. */
export function blockToDraft(block: Mesocycle): Draft {
  return [...block.workouts]
    .sort((a, b) => a.positionInWeek - b.positionInWeek)
    .map((day) => ({
      id: day.id,
      name: day.name,
      weekday: day.dayOfWeek ?? 0,
      exercises: [...day.workoutExercises]
        .sort((a, b) => a.position - b.position)
        .map((one) => ({
          key: one.id,
          exerciseId: one.exerciseId,
          sets: one.targetSets,
          repMin: one.targetRepsMin ?? 8,
          repMax: one.targetRepsMax ?? 12,
          superset: one.superset,
          notes: one.notes,
        })),
    }));
}

/** Return one week of an earlier block, as a new one starts from it. */
export function weekToDraft(
  block: Mesocycle,
  instances: readonly WorkoutInstance[],
  week: number,
): Draft {
  const byWorkout = new Map(
    instances
      .filter((one) => one.weekNumber === week)
      .map((one) => [one.workoutId, one] as const),
  );
  return blockToDraft(block).flatMap((day) => {
    const instance = byWorkout.get(day.id);
    if (!instance) return [];
    return [{ ...day, like: day.id, exercises: exercisesOf(instance) }];
  });
}

function exercisesOf(instance: WorkoutInstance): DraftDay["exercises"] {
  return [...instance.prescriptions]
    .sort((a, b) => a.position - b.position)
    .map((one) => ({
      key: `${instance.id}.${String(one.exerciseId)}`,
      exerciseId: one.exerciseId,
      sets: Math.max(1, one.targetSets ?? one.projectedSets),
      repMin: one.targetRepsMin,
      repMax: one.targetRepsMax,
      superset: one.superset,
      notes: null,
    }));
}

/** Return the weekday of an ISO date, from 0 for Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Return weekdays in the order in which they come from a weekday on. */
export function fromStart(weekdays: readonly number[], first: number): number[] {
  const later = (day: number) => (day - first + 7) % 7;
  return [...weekdays].sort((a, b) => later(a) - later(b));
}

/** Return a plan's weekdays, moved so that the first of them is another weekday. */
export function shifted(weekdays: readonly number[], first: number): readonly number[] {
  const by = first - (weekdays[0] ?? first);
  return weekdays.map((day) => (day + by + 7) % 7);
}

const SPREAD: readonly (readonly number[])[] = [
  [],
  [0],
  [0, 3],
  [0, 2, 4],
  [0, 1, 3, 4],
  [0, 1, 2, 4, 5],
  [0, 1, 2, 3, 4, 5],
  [0, 1, 2, 3, 4, 5, 6],
];

/** Return usual weekdays for so many workouts a week. */
export function usualWeekdays(count: number): readonly number[] {
  return SPREAD[Math.min(7, Math.max(0, count))] ?? [];
}

function isSameButId(a: DraftExercise, b: DraftExercise): boolean {
  return (
    a.sets === b.sets &&
    a.repMin === b.repMin &&
    a.repMax === b.repMax &&
    a.superset === b.superset &&
    a.notes === b.notes
  );
}

/** Return the first day (ISO) from a date on that is a certain weekday. */
export function firstDayOn(date: string, weekday: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ((weekday - weekdayOf(date) + 7) % 7));
  return day.toISOString().slice(0, 10);
}
