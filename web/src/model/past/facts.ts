/** Name, day, times and body weight of a workout while they are corrected. */

import type { MutationArgs } from "../mutations.ts";
import type { WeightUnit, WorkoutLog } from "../rows.ts";
import { kgIn } from "../units.ts";
import { kgOf } from "../workout/kilograms.ts";
import { type BackFill, complaintAboutTimes, momentsOf } from "./backFill.ts";
import { clockIn } from "./zones.ts";

export interface FactsDraft extends BackFill {
  readonly name: string;
  /** In the lifter's unit; null where there is none, undefined where it is no number. */
  readonly bodyWeight: number | null | undefined;
}

export type FactsComplaint = "name" | "day" | "future" | "end" | "bodyWeight";

const LIGHTEST_KG = 20;
const HEAVIEST_KG = 400;
const LONGEST_NAME = 255;

/** Return the facts of a workout as the lifter types them; `end` is empty without one. */
export function factsOf(log: WorkoutLog, zone: string, unit: WeightUnit): FactsDraft {
  const start = clockIn(zone, log.startedAt ?? log.performedAt);
  return {
    name: log.name ?? "",
    day: start.slice(0, 10),
    start: start.slice(11),
    end: log.completedAt ? clockIn(zone, log.completedAt).slice(11) : "",
    bodyWeight: log.bodyWeightKg === null ? null : kgIn(log.bodyWeightKg, unit),
  };
}

/** Return the bounds of a body weight in a unit, rounded inwards. */
export function bodyWeightBounds(unit: WeightUnit): readonly [number, number] {
  const per = kgOf(1, unit);
  return [Math.ceil(LIGHTEST_KG / per), Math.floor(HEAVIEST_KG / per)];
}

/** Return the first thing that is wrong, or null. */
export function complaintAboutFacts(
  draft: FactsDraft,
  about: { readonly zone: string; readonly now: Date; readonly unit: WeightUnit },
): FactsComplaint | null {
  const name = draft.name.trim();
  if (name.length > LONGEST_NAME || /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(name))
    return "name";
  const times = { ...draft, end: draft.end || draft.start };
  const wrong = complaintAboutTimes(times, about.zone, about.now);
  if (wrong) return wrong;
  const [least, most] = bodyWeightBounds(about.unit);
  const weight = draft.bodyWeight;
  if (weight === null) return null;
  return weight !== undefined && weight >= least && weight <= most
    ? null
    : "bodyWeight";
}

/** Return what differs between the facts before and now, as it is saved. */
export function changedFacts(
  before: FactsDraft,
  now: FactsDraft,
  about: { readonly zone: string; readonly unit: WeightUnit },
): Omit<MutationArgs["editWorkoutLog"], "workoutLogId"> {
  const moments = momentsOf({ ...now, end: now.end || now.start }, about.zone);
  const isMoved = before.day !== now.day || before.start !== now.start;
  const hasNewEnd = now.end !== "" && (isMoved || before.end !== now.end);
  const kg = now.bodyWeight ? kgOf(now.bodyWeight, about.unit) : null;
  return {
    ...(before.name !== now.name && { name: now.name.trim() || null }),
    ...(isMoved && moments && { startedAt: moments.startedAt }),
    ...(hasNewEnd && moments && { completedAt: moments.completedAt }),
    ...(before.bodyWeight !== now.bodyWeight && {
      bodyWeightKg: kg === null ? null : Math.round(kg * 100) / 100,
    }),
  };
}
