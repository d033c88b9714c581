/** Numbers, days and moments as the person's language writes them. */

import { speech, t } from "../../messages/index.svelte.ts";
import {
  type DayStyle,
  formatDay,
  formatDays,
  formatMoment,
  formatNumber,
} from "../../model/format.ts";
import type { Minutes } from "../../model/plan/preview.ts";
import { browserZone } from "../../state/app.svelte.ts";
import { rows } from "../../state/rows.svelte.ts";

export function numberText(value: number): string {
  return formatNumber(value, speech.locale);
}

/** A weight with its unit: "82.5 kg". */
export function weightText(weight: number, unit: string): string {
  return `${numberText(weight)} ${unit}`;
}

/** Seconds as a clock shows them: "1:30". */
export function clockText(seconds: number): string {
  const rest = String(seconds % 60).padStart(2, "0");
  return `${String(Math.floor(seconds / 60))}:${rest}`;
}

/** How long a workout takes: in the first week, up to the longest. */
export function minutesText({ first, most }: Minutes): string {
  return most > first
    ? t("plan.minutesRange", { from: first, to: most })
    : t("plan.minutes", { n: first });
}

export function dayText(date: string, style: DayStyle = "weekday"): string {
  return formatDay(date, speech.locale, style);
}

export function rangeText(from: string, to: string): string {
  return formatDays(from, to, speech.locale);
}

/** A weekday, from 0 for Monday. */
export function weekdayText(
  weekday: number,
  style: "name" | "letters" = "name",
): string {
  return formatDay(`2024-01-0${String(1 + weekday)}`, speech.locale, style);
}

/** A moment (ISO) with its time of day, where the lifter lives. */
export function momentText(iso: string): string {
  const zone = rows.preferences?.timezone ?? browserZone();
  return formatMoment(iso, speech.locale, zone);
}
