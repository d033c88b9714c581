/** How loads and sets are written, in the lifter's language. */

import { t } from "../../messages/index.svelte.ts";
import { loadingOf } from "../../model/plates.ts";
import type { Prescription, WeightUnit } from "../../model/rows.ts";
import type { ExerciseToDo } from "../../model/workout/exercises.ts";
import type { Plates } from "../../model/workout/gym.ts";
import type { LastTime } from "../../model/workout/past.ts";
import { sameLoads } from "../../model/workout/past.ts";
import type { SetRow } from "../../model/workout/setRows.ts";
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

/** "82.5 kg × 9, 8, 8; 80 kg × 8". */
export function lastText(exerciseId: number, last: LastTime): string {
  return sameLoads(last.sets)
    .map(({ weight, unit, reps }) =>
      t("workout.loadByReps", {
        load: loadText(exerciseId, weight, unit),
        reps: reps.join(", "),
      }),
    )
    .join("; ");
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

/** "Set 2", "Warm-up 1". */
export function setText(row: SetRow): string {
  return row.isWarmUp
    ? t("workout.warmUp", { n: row.number })
    : t("workout.set", { n: row.number });
}

export function nameOf(one: ExerciseToDo): string {
  return one.exercise?.name ?? say.exercise(one.exerciseId);
}

/** The plates of one side, "20 + 10 + 1.25", or what the plates make instead. */
export function eachSideText(weight: number, unit: WeightUnit, plates: Plates): string {
  if (plates.unit !== unit) return "";
  const { perSide, total, missing } = loadingOf(weight, plates);
  return missing === 0
    ? perSide.map((plate) => say.number(plate, 2)).join(" + ")
    : t("workout.platesShort", {
        load: say.load(total, unit),
        wanted: say.load(weight, unit),
      });
}
