import type { Parameters } from "./catalogue.ts";
import { type Catalogue, written } from "./catalogue.ts";
import { en } from "./en/index.ts";

export type Key = keyof typeof en;
export const LANGUAGES = ["en", "de", "es", "fr", "pt"] as const;
export type Language = (typeof LANGUAGES)[number];

const loaders: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: () => Promise.resolve(en),
  de: () => import("./de/index.ts").then((module) => module.de),
  es: () => import("./es/index.ts").then((module) => module.es),
  fr: () => import("./fr/index.ts").then((module) => module.fr),
  pt: () => import("./pt/index.ts").then((module) => module.pt),
};

class Speech {
  language = $state<Language>("en");
  #catalogue = $state.raw<Catalogue>(en);

  /** Speak another language from now on; what it lacks is said in English. */
  async speak(language: Language): Promise<void> {
    this.#catalogue = await loaders[language]();
    this.language = language;
    document.documentElement.lang = language;
  }

  say(key: Key, parameters: Parameters): string {
    return written(this.#catalogue[key] ?? en[key], parameters, this.language);
  }

  has(key: string): key is Key {
    return key in en;
  }
}

export const speech = new Speech();

/** Return the text of a key in the person's language. */
export function t(key: Key, parameters: Parameters = {}): string {
  return speech.say(key, parameters);
}

/** Return the text of a key that data names ("muscle." + muscle), or the fallback. */
export function named(key: string, fallback: string): string {
  return speech.has(key) ? speech.say(key, {}) : fallback;
}

/** Return the language to begin with: the first of the person's that we speak. */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.slice(0, 2).toLowerCase();
    const found = LANGUAGES.find((language) => language === base);
    if (found) return found;
  }
  return "en";
}
