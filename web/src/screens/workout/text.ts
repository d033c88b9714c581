/** How loads and sets are written, in the lifter's language. */

import { speech, t } from "../../messages/index.svelte.ts";
import type { Prescription } from "../../model/rows.ts";
import type { ExerciseToDo } from "../../model/workout/exercises.ts";
import type { LastTime } from "../../model/workout/past.ts";
import { sameLoads } from "../../model/workout/past.ts";
import type { SetRow } from "../../model/workout/setRows.ts";
import { say } from "../../state/says.ts";

/** "82.5 kg × 9, 8, 8; 80 kg × 8". */
export function lastText(last: LastTime): string {
  return sameLoads(last.sets)
    .map(({ weight, unit, reps }) =>
      t("workout.loadByReps", { load: say.load(weight, unit), reps: reps.join(", ") }),
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
      : [say.load(planned.targetWeight, planned.weightUnit)];
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

/** A muscle group within a sentence: "chest"; German keeps its capital. */
export function groupText(group: string): string {
  const name = say.group(group);
  return speech.language === "de" ? name : name.toLocaleLowerCase(speech.language);
}
