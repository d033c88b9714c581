import { type Language, speech } from "../messages/index.svelte.ts";
import { type Refusal, refusalToText } from "../model/problem.ts";
import type { Refusals, Tongue } from "./refusals.ts";
import { type Saying, sayings } from "./sayings.ts";

const loaders: Readonly<Record<Language, () => Promise<Refusals>>> = {
  en: () => import("../messages/refusals/en.json").then((m) => m.default),
  de: () => import("../messages/refusals/de.json").then((m) => m.default),
  es: () => import("../messages/refusals/es.json").then((m) => m.default),
  fr: () => import("../messages/refusals/fr.json").then((m) => m.default),
  pt: () => import("../messages/refusals/pt.json").then((m) => m.default),
};

/**
 * Return a refusal of the server in the person's language; never rejects.
 *
 * One that is unknown, such as that of another version of the server, stays in English,
 * and so does every one as long as the texts cannot be fetched.
 */
export async function toldRefusal(refusal: Refusal): Promise<Saying> {
  const asSent = refusalToText(refusal);
  try {
    const [{ told }, tongue, other] = await ready(speech.language);
    const text = told(refusal, tongue, other);
    if (text !== null) return { text, lang: undefined };
  } catch {
    // What is there has to do.
  }
  return { text: asSent, lang: speech.language === "en" ? undefined : "en" };
}

/** Return how the field of a refusal is called, as it was sent if that is unknown. */
export async function toldField(path: string): Promise<string> {
  try {
    const [{ fieldIn }, tongue] = await ready(speech.language);
    return fieldIn(path, tongue);
  } catch {
    return path;
  }
}

async function ready(language: Language) {
  const [reading, refusals, other] = await Promise.all([
    import("./refusals.ts"),
    loaders[language](),
    reasonsIn(language),
  ]);
  const tongue: Tongue = { refusals, locale: speech.locale };
  return [reading, tongue, other] as const;
}

/** A plan is refused with its finding, which is said as a reason. */
async function reasonsIn(language: Language): Promise<(text: string) => string | null> {
  if (language === "en") return (text) => text;
  const say = await sayings(language);
  return (text) => {
    const { text: said, lang } = say(text);
    return lang === undefined ? said : null;
  };
}
