/** Sets per muscle and week, counted as docs/engine/volume.md says. */

import { type LiftsById, directMuscles } from "./lift.ts";

export interface PlannedSets {
  readonly exerciseId: number;
  readonly sets: number;
}

export interface MuscleSets {
  readonly muscle: string;
  /** Sets that train the muscle itself. */
  readonly direct: number;
  /** Direct sets, and half of those that only help. */
  readonly fractional: number;
}

/** Return the sets of every muscle that anything trains, most direct sets first. */
export function setsByMuscle(
  planned: readonly PlannedSets[],
  lifts: LiftsById,
): readonly MuscleSets[] {
  const found = new Map<string, { direct: number; fractional: number }>();
  for (const { exerciseId, sets } of planned) {
    const muscles = Object.entries(lifts.get(exerciseId)?.muscles ?? {});
    for (const [muscle, contribution] of muscles) {
      const sum = found.get(muscle) ?? { direct: 0, fractional: 0 };
      if (contribution >= 1) sum.direct += sets;
      sum.fractional += sets * contribution;
      found.set(muscle, sum);
    }
  }
  return [...found]
    .map(([muscle, sum]) => ({ muscle, ...sum }))
    .sort((a, b) => b.direct - a.direct || b.fractional - a.fractional);
}

/** Return how many of a week's sessions train each muscle itself. */
export function sessionsByMuscle(
  sessions: readonly (readonly number[])[],
  lifts: LiftsById,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const exerciseIds of sessions) {
    const trained = new Set(
      exerciseIds.flatMap((id) => {
        const lift = lifts.get(id);
        return lift ? directMuscles(lift) : [];
      }),
    );
    for (const muscle of trained) found.set(muscle, (found.get(muscle) ?? 0) + 1);
  }
  return found;
}

const BY_SESSIONS = [0.6, 1, 1.2, 1.4, 1.55] as const;
const NO_MORE_THAN_THREE: ReadonlySet<string> = new Set([
  "hamstrings",
  "forearms",
  "abs",
]);

/** Return the most weekly sets that can be recovered from, spread over sessions. */
export function mostSets(mrvAtTwo: number, muscle: string, sessions: number): number {
  const most = NO_MORE_THAN_THREE.has(muscle) ? 3 : BY_SESSIONS.length;
  const counted = Math.min(Math.max(1, sessions), most);
  return Math.floor(mrvAtTwo * (BY_SESSIONS[counted - 1] ?? 1) + 0.5);
}

export type Band = "none" | "below" | "keeps" | "grows" | "high" | "over";

export interface Bounds {
  readonly maintenance: number;
  readonly mev: number;
  readonly target: number;
  readonly mrv: number;
}

/** Return between which landmarks a number of weekly sets lies. */
export function bandOf(sets: number, bounds: Bounds): Band {
  if (sets === 0) return "none";
  if (sets > bounds.mrv) return "over";
  if (sets > bounds.target) return "high";
  if (sets >= bounds.mev) return "grows";
  return sets >= bounds.maintenance ? "keeps" : "below";
}
