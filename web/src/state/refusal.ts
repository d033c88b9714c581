import { t } from "../messages/index.svelte.ts";
import { app } from "./app.svelte.ts";
import type { Answer } from "./server.ts";

export type Refused = Extract<Answer<unknown>, { readonly ok: false }>;

/** Return what to tell about something that the server did not do. */
export function refusedText(answer: Refused): string {
  if (answer.offline) return t("common.needsNetwork");
  if (answer.status === 401) return t("sync.signedOut");
  return answer.problem?.said.text ?? t("common.broken");
}

/** Say why something was not done; returns whether it was. */
export function isDone<T>(
  answer: Answer<T>,
): answer is Extract<Answer<T>, { readonly ok: true }> {
  if (!answer.ok) app.say(refusedText(answer), { kind: "error" });
  return answer.ok;
}
