/** A set of the past while it is corrected, and what is wrong with it. */

import type { LoggedSet, WeightUnit } from "../rows.ts";

export const SET_TYPES = ["working", "warmup", "drop", "myorep", "failure"] as const;
export const RIR_CHOICES = [0, 1, 2, 3, 4, 5] as const;

const HEAVIEST: Readonly<Record<WeightUnit, number>> = { kg: 1000, lb: 2204.62 };
const MOST_REPS = 1000;
const MOST_RIR = 10;

/** What is typed of a set; null where nothing, or no number, is. */
export interface SetDraft {
  weight: number | null;
  weightUnit: WeightUnit;
  reps: number | null;
  /** Of a set that is a time; null where none, or no time, is typed. */
  seconds: number | null;
  isTimeTyped: boolean;
  rir: number | null;
  setType: string;
  note: string;
}

export type SetComplaint = "weight" | "weightDecimals" | "reps" | "time" | "rir";

export function setToDraft(set: LoggedSet): SetDraft {
  return {
    weight: set.weight,
    weightUnit: set.weightUnit === "lb" ? "lb" : "kg",
    reps: set.reps,
    seconds: set.seconds,
    isTimeTyped: set.seconds !== null,
    rir: set.rir,
    setType: set.setType,
    note: set.note ?? "",
  };
}

/** Return the draft of one more set: like the last one, else empty. */
export function nextDraft(last: LoggedSet | undefined, unit: WeightUnit): SetDraft {
  if (last) return { ...setToDraft(last), note: "" };
  return {
    weight: null,
    weightUnit: unit,
    reps: null,
    seconds: null,
    isTimeTyped: false,
    rir: null,
    setType: "working",
    note: "",
  };
}

/** Return the first thing that the server would refuse, or null. */
export function complaintAbout(draft: SetDraft): SetComplaint | null {
  const { weight, reps, rir } = draft;
  if (weight === null || !(weight >= 0 && weight <= HEAVIEST[draft.weightUnit])) {
    return "weight";
  }
  if (Math.abs(weight * 100 - Math.round(weight * 100)) > 1e-6) return "weightDecimals";
  const isCount = reps !== null && Number.isInteger(reps);
  if (!isCount || reps < 0 || reps > MOST_REPS) return "reps";
  if (draft.isTimeTyped && draft.seconds === null) return "time";
  const isRir =
    rir === null || (rir >= 0 && rir <= MOST_RIR && Number.isInteger(rir * 2));
  return isRir ? null : "rir";
}

/** Return the heaviest weight that can be entered in a unit. */
export function mostOf(unit: WeightUnit): number {
  return HEAVIEST[unit];
}
