/** What to ask about a muscle group, and when: only what can change a decision. */

import type { Exercise } from "../catalogue.ts";
import type { Feedback, WorkoutInstance, WorkoutLog } from "../rows.ts";
import type { ExerciseToDo } from "./exercises.ts";
import { directMuscles, isDone } from "./exercises.ts";
import { isWork } from "./work.ts";

export type QuestionKind = "soreness" | "challenge" | "pump";

export interface Question {
  /** "soreness/chest". */
  readonly key: string;
  readonly kind: QuestionKind;
  readonly muscleGroup: string;
  /** The exercise at which it is asked: before its sets, or after them. */
  readonly exerciseId: number;
  /** Whether a set of the group was done in this workout. */
  readonly isTrained: boolean;
}

export interface Asking {
  readonly log: WorkoutLog;
  readonly instance: WorkoutInstance | null;
  /** All planned workouts of the block. */
  readonly block: readonly WorkoutInstance[];
  readonly exercises: readonly ExerciseToDo[];
  readonly catalogue: ReadonlyMap<number, Exercise>;
  readonly groupOf: (muscle: string) => string;
  readonly isStrict: boolean;
}

/** What can be decided for a muscle after this workout; docs/engine/gate.md. */
export type Outlook = "nothing" | "unsore" | "firstWeek" | "table";

const STOPS_ADDING = 2;
const WORST = 3;
const LEVELS = [0, 1, 2, 3];

/**
 * Return the questions that are due and neither answered nor passed.
 *
 * Soreness is asked before the first set of a group, challenge and then pump after its
 * last; each only as long as at least two of its answers lead to different decisions.
 */
export function questionsOf(asking: Asking, passed: readonly string[]): Question[] {
  if (!asking.instance) return [];
  return groupsOf(asking).flatMap((group) => {
    const found = askedOf(group, asking, passed);
    return found && !passed.includes(found.key) ? [found] : [];
  });
}

/** Return what a decision about a muscle can depend on, once this workout is done. */
export function outlookOf(muscle: string, asking: Asking): Outlook {
  const { instance, block, catalogue } = asking;
  if (!instance || instance.isDeload) return "nothing";
  const trains = (one: WorkoutInstance) =>
    one.prescriptions.some(({ exerciseId }) =>
      directMuscles(catalogue.get(exerciseId) ?? null).includes(muscle),
    );
  const next = block
    .filter((one) => one.status === "scheduled" && isBefore(instance, one))
    .filter(trains)
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))[0];
  if (!next || next.isDeload || isRecovering(muscle, asking)) return "nothing";
  if (instance.weekNumber === 1 && next.weekNumber === 1) return "nothing";
  const hasPrevious = block.some(
    (one) => one.status === "completed" && isBefore(one, instance) && trains(one),
  );
  if (!hasPrevious) return asking.isStrict ? "nothing" : "unsore";
  return instance.weekNumber === 1 ? "firstWeek" : "table";
}

/** Tell whether the answer about the effort can change what is decided. */
export function challengeMatters(outlook: Outlook, soreness: number | null): boolean {
  if (outlook === "nothing") return false;
  return outlook === "unsore" || soreness !== null;
}

/** Tell whether the answer about the pump can change what is decided. */
export function pumpMatters(
  outlook: Outlook,
  soreness: number | null,
  challenge: number | null,
): boolean {
  if (!challengeMatters(outlook, soreness)) return false;
  const effort = challenge ?? 1;
  if (outlook === "table") {
    return (soreness ?? WORST) < STOPS_ADDING && effort === 1;
  }
  const known = outlook === "firstWeek" ? soreness : null;
  const changes = LEVELS.map((pump) => firstWeekChange(known, effort, pump));
  return new Set(changes).size > 1;
}

/** The change of sets after the first week, of a session that went as planned. */
function firstWeekChange(
  soreness: number | null,
  challenge: number,
  pump: number,
): number {
  const stimulus =
    soreness === null
      ? Math.floor((3 * (pump + challenge) + 1) / 2)
      : pump + challenge + soreness;
  const stops = Math.max(soreness ?? 0, challenge) >= STOPS_ADDING;
  if (stimulus <= 3) return stops ? 0 : stimulus === 3 ? 1 : 2;
  if (stimulus <= 6) return 0;
  return stimulus <= 8 ? -1 : -2;
}

interface Group {
  readonly name: string;
  readonly muscles: readonly string[];
  readonly exercises: readonly ExerciseToDo[];
}

function groupsOf(asking: Asking): Group[] {
  const groups = new Map<string, { muscles: Set<string>; exercises: ExerciseToDo[] }>();
  for (const one of asking.exercises) {
    for (const muscle of directMuscles(one.exercise)) {
      const name = asking.groupOf(muscle);
      const group = groups.get(name) ?? { muscles: new Set<string>(), exercises: [] };
      group.muscles.add(muscle);
      if (!group.exercises.includes(one)) group.exercises.push(one);
      groups.set(name, group);
    }
  }
  return [...groups].map(([name, { muscles, exercises }]) => ({
    name,
    muscles: [...muscles],
    exercises,
  }));
}

function askedOf(
  group: Group,
  asking: Asking,
  passed: readonly string[],
): Question | null {
  const answers = asking.log.feedback.find((one) => one.muscleGroup === group.name);
  const outlooks = group.muscles.map((muscle) => outlookOf(muscle, asking));
  const isAsked = outlooks.some((one) => one === "table" || one === "firstWeek");
  const first = group.exercises[0];
  const last = group.exercises.at(-1);
  if (!first || !last) return null;
  const isTrained = wasTrained(group, asking.log);
  const about = (kind: QuestionKind, exerciseId: number): Question => ({
    key: `${kind}/${group.name}`,
    kind,
    muscleGroup: group.name,
    exerciseId,
    isTrained,
  });
  const isOver = group.exercises.every(isDone) && isTrained;
  if (!isOver) {
    return isAsked && sorenessOf(answers) === null
      ? about("soreness", first.exerciseId)
      : null;
  }
  if (!isEnough(group)) return null;
  const isPassed = passed.includes(`challenge/${group.name}`);
  return afterwards(outlooks, { answers, isPassed }, (kind) =>
    about(kind, last.exerciseId),
  );
}

/** The questions after the last set: the effort first, since it may settle the pump. */
function afterwards(
  outlooks: readonly Outlook[],
  { answers, isPassed }: { answers: Feedback | undefined; isPassed: boolean },
  about: (kind: QuestionKind) => Question,
): Question | null {
  const soreness = sorenessOf(answers);
  const challenge = answers?.challengeLevel ?? null;
  if (challenge === null && !isPassed) {
    const matters = outlooks.some((one) => challengeMatters(one, soreness));
    return matters ? about("challenge") : null;
  }
  if ((answers?.pumpLevel ?? null) !== null) return null;
  const matters = outlooks.some((one) => pumpMatters(one, soreness, challenge));
  return matters ? about("pump") : null;
}

function sorenessOf(answers: Feedback | undefined): number | null {
  return answers?.sorenessLevel ?? null;
}

function wasTrained(group: Group, log: WorkoutLog): boolean {
  const ids = group.exercises.map((one) => one.exerciseId);
  return log.sets.some((set) => ids.includes(set.exerciseId) && isWork(set));
}

/** Too few sets are never judged: fewer than half of those planned, none to failure. */
function isEnough(group: Group): boolean {
  const done = group.exercises.flatMap((one) => one.rows.filter((row) => row.done));
  const planned = group.exercises.reduce(
    (sum, one) => sum + (one.planned?.targetSets ?? 0),
    0,
  );
  return done.length * 2 >= planned || done.some((row) => row.type === "failure");
}

function isRecovering(muscle: string, { exercises }: Asking): boolean {
  const planned = exercises.filter(
    (one) => one.planned && directMuscles(one.exercise).includes(muscle),
  );
  return planned.length > 0 && planned.every((one) => one.planned?.isRecovery);
}

function isBefore(a: WorkoutInstance, b: WorkoutInstance): boolean {
  return a.weekNumber === b.weekNumber
    ? a.position < b.position
    : a.weekNumber < b.weekNumber;
}
