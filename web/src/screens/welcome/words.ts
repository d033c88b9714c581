import { t } from "../../messages/index.svelte.ts";
import type { Refusal } from "../../state/door.svelte.ts";

/** Return why somebody did not get in. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal) {
    case "wrong":
      return t("signin.wrong");
    case "code":
      return t("signin.codeNeeded");
    case "wrongCode":
      return t("signin.codeWrong");
    case "taken":
      return t("welcome.emailTaken");
    case "tooMany":
      return t("signin.tooMany");
    case "offline":
      return t("signin.offline");
    default:
      return refusal.text;
  }
}
