import type { Parameters } from "./catalogue.ts";
import { type Catalogue, written } from "./catalogue.ts";
import { en } from "./en/index.ts";
import type { rest } from "./en/rest.ts";

export type Key = keyof typeof en | keyof typeof rest;
export const LANGUAGES = ["en", "de", "es", "fr", "pt"] as const;
export type Language = (typeof LANGUAGES)[number];

type Load = () => Promise<Catalogue>;

/** What the first screens say comes with the language; the rest when it is needed. */
const loaders: Readonly<Record<Language, readonly [first: Load, rest: Load]>> = {
  en: [() => Promise.resolve(en), () => import("./en/rest.ts").then((m) => m.rest)],
  de: [
    () => import("./de/index.ts").then((m) => m.de),
    () => import("./de/rest.ts").then((m) => m.rest),
  ],
  es: [
    () => import("./es/index.ts").then((m) => m.es),
    () => import("./es/rest.ts").then((m) => m.rest),
  ],
  fr: [
    () => import("./fr/index.ts").then((m) => m.fr),
    () => import("./fr/rest.ts").then((m) => m.rest),
  ],
  pt: [
    () => import("./pt/index.ts").then((m) => m.pt),
    () => import("./pt/rest.ts").then((m) => m.rest),
  ],
};

class Speech {
  language = $state<Language>("en");
  #catalogue = $state.raw<Catalogue>(en);
  #wanted: Language = "en";
  #hasRest = false;

  /** Speak another language from now on. Rejects if it cannot be fetched. */
  async speak(language: Language): Promise<void> {
    this.#wanted = language;
    const [first, rest] = loaders[language];
    const parts = await Promise.all(this.#hasRest ? [first(), rest()] : [first()]);
    // Another one, or more of this one, may have been asked for meanwhile.
    if (this.#wanted !== language || parts.length < (this.#hasRest ? 2 : 1)) return;
    this.#catalogue = Object.assign({}, ...parts) as Catalogue;
    this.language = language;
    document.documentElement.lang = language;
  }

  /** Bring what the screens beyond the gym say. Rejects if it cannot be fetched. */
  async whole(): Promise<void> {
    if (this.#hasRest) return;
    this.#hasRest = true;
    try {
      await this.speak(this.#wanted);
    } catch (error) {
      this.#hasRest = false;
      throw error;
    }
  }

  say(key: string, parameters: Parameters): string {
    const message = this.#catalogue[key];
    return message === undefined ? key : written(message, parameters, this.language);
  }

  has(key: string): boolean {
    return key in this.#catalogue;
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
