import { speech } from "../messages/index.svelte.ts";

/** Something odd in a file, as the server says it: in English, and by its code. */
interface Odd {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
  readonly message: string;
  readonly advice: string;
}

export interface FindingText {
  readonly message: string;
  readonly advice: string;
  /** The language of both, where it is not the person's own. */
  readonly lang: "en" | undefined;
}

/** Say a finding in the person's language; one that the app does not know, in English. */
export function findingText(odd: Odd): FindingText {
  const key = `finding.${odd.code}`;
  if (!speech.has(key)) return { message: odd.message, advice: odd.advice, lang: "en" };
  return {
    message: speech.say(key, odd.values),
    advice: speech.say(`${key}.advice`, odd.values),
    lang: undefined,
  };
}
