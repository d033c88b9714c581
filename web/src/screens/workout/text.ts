/** How loads and sets are written, in the lifter's language. */

import { t } from "../../messages/index.svelte.ts";
import { loadingOf } from "../../model/plates.ts";
import type { WeightUnit } from "../../model/rows.ts";
import type { ExerciseToDo } from "../../model/workout/exercises.ts";
import type { Plates } from "../../model/workout/gym.ts";
import type { LastTime } from "../../model/workout/past.ts";
import { sameLoads } from "../../model/workout/past.ts";
import type { SetRow } from "../../model/workout/setRows.ts";
import { say } from "../../state/says.ts";
import { loadText } from "./target.ts";

/** "82.5 kg × 9, 8, 8; 80 kg × 8". */
export function lastText(exerciseId: number, last: LastTime): string {
  return sameLoads(last.sets)
    .map(({ weight, unit, amounts }) =>
      t("workout.loadByReps", {
        load: loadText(exerciseId, weight, unit),
        reps: amounts.join(", "),
      }),
    )
    .join("; ");
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
