import { t } from "../../messages/index.svelte.ts";

/** Return minutes as hours and minutes. */
export function hoursText(minutes: number): string {
  return t("recovery.hours", {
    hours: Math.floor(minutes / 60),
    minutes: String(minutes % 60).padStart(2, "0"),
  });
}
