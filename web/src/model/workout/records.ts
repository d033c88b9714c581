/** Which sets of a workout are records, against everything before them. */

import type { LoggedSet } from "../rows.ts";
import { recordE1rm } from "./estimates.ts";
import type { Loads } from "./loads.ts";
import type { Bests } from "./past.ts";
import { bestsOf, hundredths, loadKgOf } from "./past.ts";

/** The heaviest load, the best estimate, or the most reps with this load. */
export type RecordKind = "weight" | "e1rm" | "reps";

const HAIR = 0.005;

/**
 * Return the records among the sets of one exercise in a workout, by set id.
 *
 * Each set is compared with the past and with the sets before it. Nothing is a record
 * the first time an exercise is done, nor as long as a set waits to be confirmed.
 */
export function recordsOf(
  sets: readonly LoggedSet[],
  bests: Bests | null,
  loads: Loads,
): Map<number, RecordKind> {
  const records = new Map<number, RecordKind>();
  if (!bests) return records;
  let best = bests;
  for (const set of [...sets].sort((a, b) => a.setNumber - b.setNumber)) {
    const alone = bestsOf([set], loads);
    if (!alone) continue;
    const kind = kindOf(set, best, loads);
    if (kind) records.set(set.id, kind);
    best = together(best, alone);
  }
  return records;
}

function kindOf(set: LoggedSet, best: Bests, loads: Loads): RecordKind | null {
  const kg = loadKgOf(set, loads);
  if (kg > best.heaviestKg + HAIR) return "weight";
  if (best.e1rmKg > 0) {
    const estimate = recordE1rm(kg, set.reps, set.rir) ?? 0;
    if (estimate > best.e1rmKg + HAIR) return "e1rm";
  }
  if (!best.repsAt.has(hundredths(kg))) return null;
  const most = Math.max(
    ...[...best.repsAt]
      .filter(([load]) => load >= hundredths(kg))
      .map(([, reps]) => reps),
  );
  return set.reps > most ? "reps" : null;
}

function together(a: Bests, b: Bests): Bests {
  const repsAt = new Map(a.repsAt);
  for (const [load, reps] of b.repsAt) {
    repsAt.set(load, Math.max(reps, repsAt.get(load) ?? 0));
  }
  return {
    heaviestKg: Math.max(a.heaviestKg, b.heaviestKg),
    e1rmKg: Math.max(a.e1rmKg, b.e1rmKg),
    repsAt,
  };
}
