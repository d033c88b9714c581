/** What a correction of the past would change in the plan, if the lifter agrees. */

import type { Proposal, WorkoutInstance } from "../rows.ts";

/** A number of the plan before and after; null where there is none. */
export interface Difference {
  readonly what: "sets" | "weight" | "reps";
  readonly before: number | null;
  readonly after: number | null;
}

/** Return the offers that wait for an answer, the next workout first. */
export function openOffers(
  proposals: Iterable<Proposal>,
  workoutLogId: string,
  instances: ReadonlyMap<string, WorkoutInstance>,
): Proposal[] {
  const placeOf = (one: Proposal): string => {
    const instance = instances.get(one.workoutInstanceId);
    const week = String(instance?.weekNumber ?? 99).padStart(2, "0");
    return `${week}/${String(instance?.position ?? 99).padStart(2, "0")}`;
  };
  return [...proposals]
    .filter((one) => one.workoutLogId === workoutLogId && one.status === "open")
    .sort(
      (a, b) => placeOf(a).localeCompare(placeOf(b)) || a.exerciseId - b.exerciseId,
    );
}

/** Return what an offer would change; what stays as it is is left out. */
export function differencesOf(offer: Proposal): Difference[] {
  const all: Difference[] = [
    { what: "sets", before: offer.oldSets, after: offer.newSets },
    { what: "weight", before: offer.oldWeight, after: offer.newWeight },
    { what: "reps", before: offer.oldReps, after: offer.newReps },
  ];
  return all.filter((one) => one.before !== one.after);
}
