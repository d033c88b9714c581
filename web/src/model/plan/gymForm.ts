/** What the settings say of a gym: a form per kind of equipment. */

import type { WeightUnit } from "../rows.ts";
import { describedLoads, platesOf, usualLoads } from "../workout/gym.ts";

export const GYM_KINDS = [
  "barbell",
  "ez_bar",
  "smith",
  "plate_machine",
  "dumbbell",
  "kettlebell",
  "stack",
  "cable",
  "bodyweight",
] as const;
export type GymKind = (typeof GYM_KINDS)[number];

export interface PlatePairs {
  readonly weight: number;
  readonly pairs: number;
}

export interface PlatesForm {
  readonly kind: "plates";
  readonly unit: WeightUnit;
  readonly bar: number;
  readonly plates: readonly PlatePairs[];
}

export interface RackForm {
  readonly kind: "rack";
  readonly unit: WeightUnit;
  readonly weights: readonly number[];
}

export interface StackForm {
  readonly kind: "stack";
  readonly unit: WeightUnit;
  readonly lowest: number;
  readonly step: number;
  readonly highest: number;
}

export type GymForm = PlatesForm | RackForm | StackForm;
/** The part of the preferences that describes a gym. */
export type Gym = Readonly<Partial<Record<GymKind, GymForm>>>;

const FORM_OF: Readonly<Record<GymKind, GymForm["kind"]>> = {
  barbell: "plates",
  ez_bar: "plates",
  smith: "plates",
  plate_machine: "plates",
  dumbbell: "rack",
  kettlebell: "rack",
  stack: "stack",
  cable: "stack",
  bodyweight: "stack",
};

export const MOST_PLATES = 12;
export const MOST_PAIRS = 10;
export const MOST_WEIGHTS = 100;
const MOST: Readonly<Record<WeightUnit, number>> = { kg: 1000, lb: 2204 };

/** Return whether a lifter has described a kind of equipment. */
export function isDescribed(kind: GymKind, gym: unknown): boolean {
  return describedLoads(kind, gym) !== null;
}

/** Return the form of a kind: as described, or the usual one in the lifter's unit. */
export function formOf(kind: GymKind, gym: unknown, unit: WeightUnit): GymForm {
  const own = isDescribed(kind, gym) ? (gym as Gym)[kind] : undefined;
  return own ?? usualForm(kind, unit);
}

export function usualForm(kind: GymKind, unit: WeightUnit): GymForm {
  const plates = platesOf(kind, null, unit);
  if (plates) {
    return {
      kind: "plates",
      unit,
      bar: plates.bar,
      plates: plates.pairs.map(([weight, pairs]) => ({ weight, pairs })),
    };
  }
  const { entered } = usualLoads(kind, unit);
  if (FORM_OF[kind] === "rack") return { kind: "rack", unit, weights: entered };
  const [lowest = 0, next = lowest] = entered;
  return {
    kind: "stack",
    unit,
    lowest,
    step: next - lowest,
    highest: entered.at(-1) ?? lowest,
  };
}

/** Return the gym with a kind described, or as usual again (null). */
export function withForm(
  gym: unknown,
  kind: GymKind,
  form: GymForm | null,
): Gym | null {
  const others = Object.entries((gym ?? {}) as Gym).filter(([name]) => name !== kind);
  const all = form ? [...others, [kind, form] as const] : others;
  return all.length === 0 ? null : (Object.fromEntries(all) as Gym);
}

/** What is wrong with a form; the settings say it in words (`gym.problem.*`). */
export type GymProblem =
  "weight" | "quarter" | "twice" | "none" | "step" | "order" | "tooMany";

/** Return the first thing that the server would refuse, null if nothing. */
export function problemOf(form: GymForm): GymProblem | null {
  switch (form.kind) {
    case "plates":
      return plateProblem(form);
    case "rack":
      if (form.weights.length === 0) return "none";
      if (form.weights.length > MOST_WEIGHTS) return "tooMany";
      return form.weights.every((one) => isWeight(one, form.unit)) ? null : "weight";
    case "stack":
      if (!isWeight(form.lowest, form.unit) || !isWeight(form.highest, form.unit)) {
        return "weight";
      }
      if (!(form.step >= 0.5)) return "step";
      return form.highest < form.lowest ? "order" : null;
  }
}

function plateProblem(form: PlatesForm): GymProblem | null {
  if (!isWeight(form.bar, form.unit)) return "weight";
  if (form.plates.length > MOST_PLATES) return "tooMany";
  const weights = form.plates.map((one) => one.weight);
  if (weights.some((one) => !(one > 0) || one % 0.25 !== 0)) return "quarter";
  return new Set(weights).size < weights.length ? "twice" : null;
}

function isWeight(weight: number, unit: WeightUnit): boolean {
  return weight >= 0 && weight <= MOST[unit];
}

/** Return the form with a plate added, the heaviest first. */
export function withPlate(form: PlatesForm, plate: PlatePairs): PlatesForm {
  const others = form.plates.filter((one) => one.weight !== plate.weight);
  const plates = [...others, plate].sort((a, b) => b.weight - a.weight);
  return { ...form, plates };
}

export function withoutPlate(form: PlatesForm, weight: number): PlatesForm {
  return { ...form, plates: form.plates.filter((one) => one.weight !== weight) };
}

/** Return a rack with weights added in equal steps (one weight: no step). */
export function withWeights(
  form: RackForm,
  range: { readonly from: number; readonly to: number; readonly step: number },
): RackForm {
  const weights = new Set(form.weights);
  const step = range.step > 0 ? range.step : 1;
  const last = Math.max(range.from, range.to);
  for (let place = 0; range.from + place * step <= last + 1e-9; place += 1) {
    weights.add(Math.round((range.from + place * step) * 1000) / 1000);
    if (weights.size > MOST_WEIGHTS) break;
  }
  return { ...form, weights: [...weights].sort((a, b) => a - b) };
}

export function withoutWeight(form: RackForm, weight: number): RackForm {
  return { ...form, weights: form.weights.filter((one) => one !== weight) };
}

/** What a form amounts to: its lightest and heaviest load and its smallest step. */
export interface Reach {
  readonly lightest: number;
  readonly heaviest: number;
  readonly step: number | null;
}

export function reachOf(kind: GymKind, form: GymForm): Reach | null {
  const loads = describedLoads(kind, { [kind]: form })?.entered ?? [];
  const [lightest] = loads;
  if (lightest === undefined) return null;
  const steps = loads.slice(1).map((load, index) => load - (loads[index] ?? 0));
  return {
    lightest,
    heaviest: loads.at(-1) ?? lightest,
    step: steps.length > 0 ? Math.min(...steps) : null,
  };
}
