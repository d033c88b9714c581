/** Which template suits somebody who has just answered five questions. */

import type { LiftsById } from "./lift.ts";
import { type TrainingPlace, fits } from "./replace.ts";

export interface Answers {
  readonly experience: string;
  readonly days: number;
  readonly minutes: number;
  readonly place: TrainingPlace;
}

export interface ListedTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly daysPerWeek: number;
  readonly durationWeeks: number;
}

export interface TemplateExercise {
  readonly exerciseId: number;
  readonly sets: number;
  readonly repMin: number;
  readonly repMax: number;
  readonly superset: number | null;
  readonly notes: string | null;
}

export interface TemplateDay {
  readonly name: string;
  readonly weekday: number;
  readonly exercises: readonly TemplateExercise[];
}

export interface Template extends ListedTemplate {
  /** What is not listed grows. */
  readonly emphasis: Readonly<Record<string, "maintain" | "grow" | "emphasize">>;
  readonly workouts: readonly TemplateDay[];
}

const MOST_CANDIDATES = 4;

/** Return the few templates that are worth a closer look, the likeliest first. */
export function candidates<T extends ListedTemplate>(
  templates: readonly T[],
  answers: Answers,
): readonly T[] {
  return [...templates]
    .sort(
      (a, b) =>
        misfit(a, answers) - misfit(b, answers) || a.name.localeCompare(b.name, "en"),
    )
    .slice(0, MOST_CANDIDATES);
}

/** Return the template that fits best: its days, then what the place has for it. */
export function bestOf<T extends Template>(
  templates: readonly T[],
  answers: Answers,
  lifts: LiftsById,
): T | null {
  const cost = (one: T) => misfit(one, answers) + 40 * lacking(one, answers, lifts);
  return (
    [...templates].sort(
      (a, b) => cost(a) - cost(b) || a.name.localeCompare(b.name, "en"),
    )[0] ?? null
  );
}

/** Return the share of a template's exercises that a place has nothing for. */
export function lacking(one: Template, answers: Answers, lifts: LiftsById): number {
  const all = one.workouts.flatMap((day) => day.exercises);
  const without = all.filter((exercise) => {
    const lift = lifts.get(exercise.exerciseId);
    return lift !== undefined && !fits(lift, answers.place);
  });
  return all.length === 0 ? 1 : without.length / all.length;
}

const HOME_TAGS: Readonly<Record<TrainingPlace, string>> = {
  gym: "",
  barbell: "home",
  dumbbells: "dumbbells",
  bodyweight: "bodyweight",
};

function misfit(one: ListedTemplate, answers: Answers): number {
  const apart = one.daysPerWeek - answers.days;
  const days = apart > 0 ? 15 * apart : -10 * apart;
  const isAtHome = one.tags.includes("home");
  const wrongPlace =
    answers.place === "gym"
      ? isAtHome
      : isAtHome && !one.tags.includes(HOME_TAGS[answers.place]);
  return (
    days +
    (wrongPlace ? 30 : 0) +
    (answers.place !== "gym" && !isAtHome ? 12 : 0) +
    (one.tags.includes("specialisation") ? 25 : 0) +
    (one.tags.includes(answers.experience) ? 0 : 4)
  );
}
