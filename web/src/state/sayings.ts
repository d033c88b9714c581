import type { Language } from "../messages/index.svelte.ts";
import { speech } from "../messages/index.svelte.ts";
import type { Reasons } from "../messages/reasons/shape.ts";

/** A reason as it is shown; `lang` where that is not the language of the page. */
export interface Saying {
  readonly text: string;
  readonly lang: "en" | undefined;
}

type Say = (because: string) => Saying;

const loaders: Readonly<Record<Exclude<Language, "en">, () => Promise<Reasons>>> = {
  de: () => import("../messages/reasons/de.ts").then((m) => m.reasons),
  es: () => import("../messages/reasons/es.ts").then((m) => m.reasons),
  fr: () => import("../messages/reasons/fr.ts").then((m) => m.reasons),
  pt: () => import("../messages/reasons/pt.ts").then((m) => m.reasons),
};
const known = new Map<Language, Promise<Say>>();

/**
 * Return what says the reasons of the server in a language other than English.
 *
 * A sentence that is unknown, such as one of a newer server, stays in English. Rejects
 * if the texts cannot be fetched.
 */
export function sayings(language: Exclude<Language, "en">): Promise<Say> {
  const found = known.get(language) ?? fetched(language);
  known.set(language, found);
  // What could not be fetched is asked for again the next time.
  found.catch(() => known.delete(language));
  return found;
}

async function fetched(language: Exclude<Language, "en">): Promise<Say> {
  const [{ translated }, reasons] = await Promise.all([
    import("./reasons.ts"),
    loaders[language](),
  ]);
  return (because) => {
    const text = translated(because, { reasons, locale: speech.locale });
    return text === null ? { text: because, lang: "en" } : { text, lang: undefined };
  };
}
