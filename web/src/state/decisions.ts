/** Having it otherwise than a decision. */

import { t } from "../messages/index.svelte.ts";
import type { Decision, WorkoutLog } from "../model/rows.ts";
import { canOverride } from "../model/workout/ledger.ts";
import { app } from "./app.svelte.ts";
import { change } from "./change.ts";
import { rows } from "./rows.svelte.ts";

export type Wish = "hold" | "undo" | "asDecided";

/** Tell whether a decision can still be held or undone. */
export function isOpen(log: WorkoutLog, decision: Decision): boolean {
  return canOverride({ log, decision }, rows);
}

/** Hold the sets of a decision, undo all of it, or have it as decided after all. */
export async function override(
  log: WorkoutLog,
  { muscle }: Decision,
  kind: Wish,
): Promise<void> {
  await change("overrideDecision", { workoutLogId: log.id, muscle, kind });
  if (app.sync.state === "offline") app.say(t("decisions.wished"));
}
