import { speech } from "../messages/index.svelte.ts";
import {
  type DayStyle,
  formatDay,
  formatNumber,
  formatTime,
  formatWeight,
} from "../model/format.ts";
import type { WeightUnit } from "../model/rows.ts";
import { kgOf } from "../model/workout/kilograms.ts";
import { app, browserZone } from "./app.svelte.ts";
import { rows } from "./rows.svelte.ts";

/** Return the lifter's time zone. */
export function zone(): string {
  return rows.preferences?.timezone ?? browserZone();
}

/** How numbers and days are said to the lifter: in the language, in the unit. */
export const say = {
  number: (value: number, decimals = 1) => formatNumber(value, speech.locale, decimals),
  /** A weight as it was typed, in its own unit. */
  load: (weight: number, unit: string) =>
    formatWeight(weight, unit === "lb" ? "lb" : "kg", speech.locale),
  /** Kilograms in the lifter's unit. */
  kg: (kg: number, decimals = 0) =>
    formatWeight(inUnit(kg), app.unit, speech.locale, decimals),
  /** Kilograms in the lifter's unit, as a number alone. */
  kgNumber: (kg: number) => formatNumber(inUnit(kg), speech.locale, 0),
  day: (day: string, style: DayStyle = "weekday") =>
    formatDay(day, speech.locale, style),
  time: (moment: string) => formatTime(moment, speech.locale, zone()),
  exercise: (id: number) => rows.exercises.get(id)?.name ?? `#${String(id)}`,
} as const;

/** Return kilograms in the lifter's unit, exactly. */
export function inUnit(kg: number, unit: WeightUnit = app.unit): number {
  return kg / kgOf(1, unit);
}
