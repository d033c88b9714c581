/** How a load and a target are written, in the lifter's language. */

import { t } from "../../messages/index.svelte.ts";
import type { Prescription } from "../../model/rows.ts";
import type { ExerciseToDo } from "../../model/workout/exercises.ts";
import { asEntered } from "../../model/workout/loads.ts";
import { rows } from "../../state/rows.svelte.ts";
import { say } from "../../state/says.ts";

/** "82.5 kg"; "+10 kg" or "Body weight" where the body is lifted too. */
export function loadText(exerciseId: number, weight: number, unit: string): string {
  const kind = rows.exercises.get(exerciseId)?.loadKind ?? "external";
  const load = say.load(weight, unit);
  if (kind !== "bodyweight" && kind !== "bodyweight_plus") return load;
  return weight === 0
    ? t("workout.bodyWeightOnly")
    : t("workout.bodyWeightPlus", { load });
}

/** "3 × 10 · 82.5 kg · 2 RIR", as much of it as is known. */
export function targetText(planned: Prescription): string {
  const sets = planned.targetSets ?? planned.projectedSets;
  const work =
    planned.targetReps === null
      ? t("workout.setsOnly", { n: sets })
      : t("workout.setsByReps", { sets, reps: planned.targetReps });
  const load =
    planned.targetWeight === null
      ? []
      : [loadText(planned.exerciseId, planned.targetWeight, planned.weightUnit)];
  return [work, ...load, t("workout.rir", { n: planned.targetRir })].join(" · ");
}

/** The same for the gym in which the workout takes place. */
export function targetHere({ planned, loads }: ExerciseToDo): string {
  if (!planned) return "";
  if (!loads.isStrict || planned.targetWeight === null) return targetText(planned);
  const entered = asEntered(planned.targetWeight, planned.weightUnit, loads);
  const targetWeight = Math.round(entered * 100) / 100;
  return targetText({ ...planned, targetWeight, weightUnit: loads.unit });
}
