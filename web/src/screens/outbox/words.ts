import { named, speech, t } from "../../messages/index.svelte.ts";
import type { Key } from "../../messages/index.svelte.ts";
import { type Names, type Waiting, wordsOf } from "../../model/outbox.ts";
import { rows } from "../../state/rows.svelte.ts";
import { dayText, weightText } from "../plan/format.ts";

/** Return what a change did, in the lifter's language. */
export function changeText(waiting: Waiting): string {
  const { key, parameters } = wordsOf(waiting, names());
  return speech.has(key) ? t(key as Key, parameters) : t("outbox.did.other");
}

function names(): Names {
  return {
    exercise: (id) => rows.exercises.get(id)?.name ?? String(id),
    muscle: (muscle) => named(`muscle.${muscle}`, named(`group.${muscle}`, muscle)),
    day: dayText,
    weight: weightText,
  };
}
