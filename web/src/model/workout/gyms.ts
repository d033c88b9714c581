/** In which gym a workout takes place; store/lifter.py. */

import type { OwnGym, Preferences, WeightUnit } from "../rows.ts";
import type { Gym } from "./loads.ts";

export interface Place {
  /** Null where no gym is chosen: the usual loads. */
  readonly gym: OwnGym | null;
  /** Whether it was chosen for this day, or for today. */
  readonly isElsewhere: boolean;
}

/**
 * Return where a workout takes place.
 *
 * `today` was chosen for this one workout: the id of a gym, "" for none, or null. A day
 * may have a gym of its own; every other day has the one of the settings.
 */
export function placeOf(
  own: Preferences | null,
  workoutId: string | null,
  today: string | null,
): Place {
  const gyms = own?.gyms ?? [];
  const byId = (id: string | null | undefined) =>
    gyms.find((one) => one.id === id) ?? null;
  if (today !== null && (today === "" || byId(today))) {
    return { gym: byId(today), isElsewhere: true };
  }
  const ofDay = gyms.find((one) => workoutId && one.workoutIds.includes(workoutId));
  if (ofDay) return { gym: ofDay, isElsewhere: true };
  return { gym: byId(own?.gymId), isElsewhere: false };
}

/** Return what there is to lift with. */
export function gymAt(
  place: Place,
  own: Preferences | null,
  about: { readonly unit: WeightUnit; readonly bodyWeightKg: number | null },
): Gym {
  return {
    ...about,
    equipment: place.gym?.equipment ?? null,
    isStrict: place.isElsewhere,
    warmUpPercentages: own?.warmUpPercentages ?? null,
  };
}
