/** How the weekly sets of each muscle stand against its landmarks. */

import { MUSCLES } from "../muscles.ts";
import { type Band, bandOf, type Bounds, mostSets } from "../plan/volume.ts";

/** What a muscle was given in a week, or in an average week. */
export interface MuscleWeekly {
  readonly muscle: string;
  readonly direct: number;
  readonly fractional: number;
  readonly sessions: number;
}

export interface Standing extends MuscleWeekly {
  /** The landmarks, the MRV for as many sessions as there were. */
  readonly bounds: Bounds;
  readonly band: Band;
}

/**
 * Return all 17 muscles with their landmarks, in the order of the body.
 *
 * `landmarkOf` gives the MRV of two sessions a week; muscles without landmarks (before
 * the first sync) are left out.
 */
export function standingsOf(
  given: readonly MuscleWeekly[],
  landmarkOf: (muscle: string) => Bounds | null,
): Standing[] {
  const byMuscle = new Map(given.map((one) => [one.muscle, one]));
  return MUSCLES.flatMap((muscle) => {
    const landmark = landmarkOf(muscle);
    if (!landmark) return [];
    const nothing = { muscle, direct: 0, fractional: 0, sessions: 0 };
    const one = byMuscle.get(muscle) ?? nothing;
    const sessions = Math.round(one.sessions) || 2;
    const { maintenance, mev, target } = landmark;
    const mrv = mostSets(landmark.mrv, muscle, sessions);
    const bounds = { maintenance, mev, target, mrv };
    return [{ ...one, bounds, band: bandOf(one.direct, bounds) }];
  });
}

/** Return the step of the body map for where a muscle stands. */
export function stepOfBand(band: Band): 0 | 1 | 2 | 3 | 4 {
  const steps = { none: 0, below: 1, keeps: 2, grows: 3, high: 4, over: 4 } as const;
  return steps[band];
}

/** Return sums over weeks as an average week. */
export function perWeek(
  totals: readonly {
    readonly muscle: string;
    readonly directSets: number;
    readonly fractionalSets: number;
    readonly sessions: number;
  }[],
  weeks: number,
): MuscleWeekly[] {
  const share = (value: number) => Math.round((value / Math.max(1, weeks)) * 10) / 10;
  return totals.map((one) => ({
    muscle: one.muscle,
    direct: share(one.directSets),
    fractional: share(one.fractionalSets),
    sessions: share(one.sessions),
  }));
}
