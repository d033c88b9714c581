/** How a load and a target are written, in the lifter's language. */

import { t } from "../../messages/index.svelte.ts";
import type { Prescription } from "../../model/rows.ts";
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
