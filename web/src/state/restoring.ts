import { changesToRestore } from "../model/past/restoring.ts";
import type { WorkoutLog } from "../model/rows.ts";
import { change } from "./change.ts";

/** Bring a deleted workout back, with everything that was in it. */
export async function restoreWorkout(log: WorkoutLog): Promise<void> {
  for (const { name, args } of changesToRestore(log)) await change(name, args);
}
