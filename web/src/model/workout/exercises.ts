/** The exercises of a workout in their order, each with the sets that it has. */

import type { Exercise } from "../catalogue.ts";
import type { Prescription, WorkoutInstance, WorkoutLog } from "../rows.ts";
import type { Draft } from "./draft.ts";
import type { Gym, Loads } from "./loads.ts";
import { loadsOf } from "./loads.ts";
import type { Past } from "./past.ts";
import { plannedOf } from "./planned.ts";
import type { SetPlan } from "./setPlan.ts";
import { setPlanOf } from "./setPlan.ts";
import type { SetRow } from "./setRows.ts";
import { warmUpRows, workRows } from "./setRows.ts";

export interface ExerciseToDo {
  readonly exerciseId: number;
  /** Null while the catalogue has not arrived. */
  readonly exercise: Exercise | null;
  readonly planned: Prescription | null;
  readonly loads: Loads;
  /** The number that exercises of one superset share, null alone. */
  readonly superset: number | null;
  /** "A1", "A2" in a superset. */
  readonly label: string | null;
  readonly warmUps: readonly SetRow[];
  readonly rows: readonly SetRow[];
}

/** What a workout is put together from; `pastOf` is null until it was read. */
export interface Sources {
  readonly log: WorkoutLog;
  readonly instance: WorkoutInstance | null;
  readonly exercises: ReadonlyMap<number, Exercise>;
  readonly gym: Gym;
  readonly draft: Draft;
  readonly pastOf: (exerciseId: number) => Past | null;
}

const UNKNOWN = { equipment: "other", loadKind: "external", bodyWeightFactor: 0 };

/** Return the exercises of a workout: as planned, then what was added or only done. */
export function exercisesOf(sources: Sources): ExerciseToDo[] {
  const planned = plannedOf(sources.instance);
  const labels = labelsOf(planned);
  const warm = new Set<string>();
  return orderOf(sources).map((exerciseId) => {
    const exercise = sources.exercises.get(exerciseId) ?? null;
    const prescription = planned.find((one) => one.exerciseId === exerciseId) ?? null;
    const loads = loadsOf(exercise ?? UNKNOWN, sources.gym);
    const direct = directMuscles(exercise);
    const isCold = direct.some((muscle) => !warm.has(muscle));
    for (const muscle of direct) warm.add(muscle);
    const about = { exerciseId, loads, draft: sources.draft };
    const plan = prescription
      ? setPlanOf(prescription, loads, {
          isCold,
          isEasy: sources.log.isDeload || prescription.isRecovery,
          percentages: sources.gym.warmUpPercentages,
        })
      : NO_PLAN;
    const done = sources.log.sets.filter((set) => set.exerciseId === exerciseId);
    const past = sources.pastOf(exerciseId);
    return {
      exerciseId,
      exercise,
      planned: prescription,
      loads,
      superset: prescription?.superset ?? null,
      label: labels.get(exerciseId) ?? null,
      warmUps: warmUpRows({ ...about, plan, done, past }),
      rows: workRows({ ...about, plan, done, past, isPlanned: prescription !== null }),
    };
  });
}

const NO_PLAN: SetPlan = { warmUps: [], sets: [] };

/** Return the muscles that a set of an exercise is a direct set for. */
export function directMuscles(exercise: Pick<Exercise, "muscles"> | null): string[] {
  return Object.entries(exercise?.muscles ?? {})
    .filter(([, share]) => share >= 1)
    .map(([muscle]) => muscle);
}

/** Tell whether every set of an exercise is done or left out. */
export function isDone(one: Pick<ExerciseToDo, "rows">): boolean {
  return one.rows.every((row) => row.state !== "open");
}

function orderOf({ log, instance, draft }: Sources): number[] {
  const done = [...log.sets]
    .sort((a, b) => Date.parse(a.performedAt) - Date.parse(b.performedAt))
    .map((set) => set.exerciseId);
  const planned = plannedOf(instance)
    .map((one) => one.exerciseId)
    .filter((id) => !draft.removed.includes(id));
  return [...new Set([...planned, ...draft.exercises, ...done])];
}

function labelsOf(planned: readonly Prescription[]): Map<number, string> {
  const groups = new Map<number, number[]>();
  for (const { superset, exerciseId } of planned) {
    if (superset === null) continue;
    groups.set(superset, [...(groups.get(superset) ?? []), exerciseId]);
  }
  const labels = new Map<number, string>();
  const several = [...groups.values()].filter((ids) => ids.length > 1);
  several.forEach((ids, group) => {
    const letter = String.fromCharCode(65 + group);
    ids.forEach((id, place) => labels.set(id, `${letter}${place + 1}`));
  });
  return labels;
}
