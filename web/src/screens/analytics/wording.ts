import { named, speech, t } from "../../messages/index.svelte.ts";
import { formatDays } from "../../model/format.ts";
import type { Range } from "../../model/past/ranges.ts";
import type { Band } from "../../model/plan/volume.ts";
import { say } from "../../state/says.ts";

/** Return the days of a range in words, with the years where they matter. */
export function daysOf({ from, to }: Range): string {
  if (from.slice(0, 4) === to.slice(0, 4)) {
    return `${formatDays(from, to, speech.locale)} ${to.slice(0, 4)}`;
  }
  return `${say.day(from, "long")} – ${say.day(to, "long")}`;
}

/** Return a number for an axis, where there is little room: "12K". */
export function compact(value: number): string {
  const options = { notation: "compact", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(speech.locale, options).format(value);
}

/** Return where a muscle stands, in words. */
export function bandText(band: Band): string {
  return t(`muscles.band.${band}`);
}

/** Return what a pair of the balance is called. */
export function pairText(pair: string): string {
  return named(`balance.pair.${pair.replaceAll(" ", "_")}`, pair);
}
