import type { Parameters } from "./catalogue.ts";
import { type Catalogue, written } from "./catalogue.ts";
import { en } from "./en/index.ts";
import type { rest } from "./en/rest.ts";

export type Key = keyof typeof en | keyof typeof rest;
export const LANGUAGES = ["en", "de", "es", "fr", "pt"] as const;
export type Language = (typeof LANGUAGES)[number];

type Load = () => Promise<Catalogue>;
/** The names of the catalogue's exercises, by their ids. */
export type ExerciseNames = Readonly<Record<string, string>>;

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

/** The catalogue itself is in English. */
const exercises: Readonly<Record<Language, () => Promise<ExerciseNames>>> = {
  en: () => Promise.resolve({}),
  de: () => import("./exercises/de.json").then((m) => m.default),
  es: () => import("./exercises/es.json").then((m) => m.default),
  fr: () => import("./exercises/fr.json").then((m) => m.default),
  pt: () => import("./exercises/pt.json").then((m) => m.default),
};

class Speech {
  language = $state<Language>("en");
  exerciseNames = $state.raw<ExerciseNames>({});
  /** The language with the region that the person's browser says, for Intl. */
  readonly locale: string = $derived(localeOf(this.language, wantedLanguages()));
  #catalogue = $state.raw<Catalogue>(en);
  #wanted: Language = "en";
  #hasRest = false;

  /** Speak another language from now on. Rejects if it cannot be fetched. */
  async speak(language: Language): Promise<void> {
    this.#wanted = language;
    const [first, rest] = loaders[language];
    const [names, ...parts] = await Promise.all([
      exercises[language](),
      ...(this.#hasRest ? [first(), rest()] : [first()]),
    ]);
    // Another one, or more of this one, may have been asked for meanwhile.
    if (this.#wanted !== language || parts.length < (this.#hasRest ? 2 : 1)) return;
    this.#catalogue = Object.assign({}, ...parts) as Catalogue;
    this.language = language;
    this.exerciseNames = names;
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
    return message === undefined ? key : written(message, parameters, this.locale);
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

/** Return the tag for numbers and days: the language, in the person's own region. */
export function localeOf(language: Language, wanted: readonly string[]): string {
  return wanted.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? language;
}

function wantedLanguages(): readonly string[] {
  return typeof navigator === "undefined" ? [] : navigator.languages;
}
