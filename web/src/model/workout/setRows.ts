/** The rows of an exercise: one for each set, done, still to do, or left out. */

import type { LoggedSet, WeightUnit } from "../rows.ts";
import type { Draft } from "./draft.ts";
import type { Loads } from "./loads.ts";
import { asEntered, effectiveKg, roundDown } from "./loads.ts";
import type { Past } from "./past.ts";
import type { SetPlan, SetToDo } from "./setPlan.ts";
import { isTime } from "./work.ts";

export interface SetRow {
  readonly key: string;
  readonly exerciseId: number;
  /** The number of the set among the working sets, or among the warm-ups. */
  readonly number: number;
  readonly isWarmUp: boolean;
  readonly type: string;
  readonly planned: SetToDo | null;
  readonly done: LoggedSet | null;
  readonly state: "open" | "done" | "skipped";
  /** What was done, or what one tap would log; null where it has to be asked. */
  readonly weight: number | null;
  readonly unit: WeightUnit;
  readonly reps: number | null;
  /** The seconds of a set that is a time; null of one that is counted. */
  readonly seconds: number | null;
}

/** What the rows of one exercise are made from. */
export interface RowSources {
  readonly exerciseId: number;
  readonly plan: SetPlan;
  readonly loads: Loads;
  readonly draft: Draft;
  readonly done: readonly LoggedSet[];
  readonly past: Past | null;
}

const USUAL_SETS = 3;
/** A drop set takes about a fifth off the load. */
const DROP = 0.8;

export function workKey(exerciseId: number, number: number): string {
  return `${exerciseId}/${number}`;
}

export function warmUpKey(exerciseId: number, number: number): string {
  return `${exerciseId}/w${number}`;
}

/** Return the rows of the working sets. */
export function workRows(
  sources: RowSources & { readonly isPlanned: boolean },
): SetRow[] {
  const { exerciseId, plan, draft, past } = sources;
  const done = byNumber(sources.done.filter((set) => set.setType !== "warmup"));
  const usual = sources.isPlanned
    ? plan.sets.length
    : past?.last?.sets.length || USUAL_SETS;
  const wanted = usual + (draft.extraSets[exerciseId] ?? 0);
  const count = Math.max(wanted, ...done.keys());
  const rows: SetRow[] = [];
  for (let number = 1; number <= count; number += 1) {
    const planned = plan.sets[number - 1] ?? null;
    const key = workKey(exerciseId, number);
    rows.push(rowOf({ key, number, planned, done: done.get(number) }, sources, rows));
  }
  return rows;
}

/** Return the rows of the warm-up sets: proposed, added and done. */
export function warmUpRows(sources: RowSources): SetRow[] {
  const { exerciseId, plan, draft } = sources;
  const done = byNumber(sources.done.filter((set) => set.setType === "warmup"));
  const wanted = plan.warmUps.length + (draft.extraWarmUps[exerciseId] ?? 0);
  const count = Math.max(0, wanted, ...done.keys());
  const rows: SetRow[] = [];
  for (let number = 1; number <= count; number += 1) {
    const planned = plan.warmUps[number - 1] ?? null;
    const key = warmUpKey(exerciseId, number);
    const row = rowOf({ key, number, planned, done: done.get(number) }, sources, rows);
    rows.push({ ...row, isWarmUp: true, type: "warmup" });
  }
  return rows;
}

/** Put sets in the places of their numbers; of two with one number the later moves on. */
function byNumber(sets: readonly LoggedSet[]): Map<number, LoggedSet> {
  const places = new Map<number, LoggedSet>();
  const late: LoggedSet[] = [];
  const inOrder = [...sets].sort((a, b) => a.setNumber - b.setNumber || a.id - b.id);
  for (const set of inOrder) {
    if (places.has(set.setNumber)) late.push(set);
    else places.set(set.setNumber, set);
  }
  for (const set of late) places.set(Math.max(...places.keys()) + 1, set);
  return places;
}

interface Place {
  readonly key: string;
  readonly number: number;
  readonly planned: SetToDo | null;
  readonly done: LoggedSet | undefined;
}

function rowOf(place: Place, sources: RowSources, before: readonly SetRow[]): SetRow {
  const { key, number, planned, done } = place;
  const shared = {
    key,
    exerciseId: sources.exerciseId,
    number,
    isWarmUp: false,
    planned,
  };
  if (done) {
    return {
      ...shared,
      type: done.setType,
      done,
      state: "done",
      weight: done.weight,
      unit: done.weightUnit === "lb" ? "lb" : "kg",
      reps: done.reps,
      seconds: done.seconds,
    };
  }
  const type = sources.draft.types[key] ?? "working";
  const isSkipped = sources.draft.skipped.includes(key);
  return {
    ...shared,
    type,
    done: null,
    state: isSkipped ? "skipped" : "open",
    ...loadOf(place, type, sources, before),
    ...amountOf(place, sources.past, before),
  };
}

/** Return the load to propose: chosen, planned, as just done, or as last time. */
function loadOf(
  { key, number, planned }: Place,
  type: string,
  { draft, loads, past }: RowSources,
  before: readonly SetRow[],
): { readonly weight: number | null; readonly unit: WeightUnit } {
  const chosen = draft.loads[key];
  if (chosen) return chosen;
  const previous = before.findLast((row) => row.weight !== null);
  if (type === "drop" && previous?.weight != null) {
    const entered = asEntered(previous.weight, previous.unit, loads);
    const lighter = roundDown(effectiveKg(entered, loads) * DROP, loads);
    return { weight: Math.min(lighter, entered), unit: loads.unit };
  }
  if (planned && planned.weight !== null) {
    return { weight: planned.weight, unit: planned.unit };
  }
  if (previous) return { weight: previous.weight, unit: previous.unit };
  const last = past?.last?.sets[number - 1] ?? past?.last?.sets.at(-1);
  // A plan of reps without a load asks the lifter to find it: last time is no answer.
  if (last && planned?.reps == null) {
    return { weight: last.weight, unit: last.weightUnit === "lb" ? "lb" : "kg" };
  }
  const bare = loads.ownKg > 0 && !loads.assists;
  return { weight: bare ? 0 : null, unit: planned?.unit ?? loads.unit };
}

/** Return the time of the set before or of last time, if it was one, else the reps. */
function amountOf(
  { number, planned }: Place,
  past: Past | null,
  before: readonly SetRow[],
): Pick<SetRow, "reps" | "seconds"> {
  const done = before.findLast((row) => row.done !== null);
  const like = done?.done ?? past?.last?.sets[number - 1];
  if (like && isTime(like)) return { reps: 0, seconds: like.seconds };
  return { reps: planned?.reps ?? repsOf(number, past, before), seconds: null };
}

function repsOf(
  number: number,
  past: Past | null,
  before: readonly SetRow[],
): number | null {
  const last = past?.last?.sets[number - 1];
  return last?.reps ?? before.at(-1)?.reps ?? null;
}
