import type { PreferenceArgs } from "../../model/mutations.ts";
import { change } from "../../state/change.ts";

/** Keep a preference, also without a network. What cannot be kept is said by itself. */
export async function prefer(some: PreferenceArgs): Promise<void> {
  await change("savePreferences", some).catch(() => undefined);
}
