/** Says the reasons of the server in the lifter's language. Fetched when it is needed. */

import { written } from "../messages/catalogue.ts";
import { english } from "../messages/reasons/en.ts";
import type { Reasons } from "../messages/reasons/shape.ts";
import { formatDay, formatList, formatNumber, formatWeight } from "../model/format.ts";
import { ReasonReader, type Said, type Value } from "../model/reasons.ts";

/** How a language writes: its texts, and the tag for numbers, days and lists. */
export interface Tongue {
  readonly reasons: Reasons;
  readonly locale: string;
}

const reader = new ReasonReader(english);

/** Return a reason of the server in a language; null where a sentence is unknown. */
export function translated(because: string, tongue: Tongue): string | null {
  const said = reader.read(because);
  return said && said.map((one) => capital(spoken(one, tongue), tongue)).join(" ");
}

function spoken({ key, values }: Said, tongue: Tongue): string {
  const parameters: Record<string, string | number> = {};
  for (const value of values) {
    for (const [name, text] of Object.entries(wordsOf(value, tongue))) {
      parameters[name in parameters ? `${name}2` : name] = text;
    }
  }
  const text = tongue.reasons.texts[key as keyof Reasons["texts"]];
  return written(text, parameters, tongue.locale);
}

function wordsOf(value: Value, tongue: Tongue): Record<string, string | number> {
  const { locale, reasons } = tongue;
  switch (value.name) {
    case "n":
    case "m":
    case "k":
      return { [value.name]: value.number };
    case "number":
      return { number: formatNumber(value.number, locale) };
    case "load":
      return { load: formatWeight(value.weight, value.unit, locale) };
    case "day":
      return { day: formatDay(value.day, locale, "long") };
    case "muscle":
      return { ...formsOf(value.words[0] ?? "", reasons) };
    case "muscles": {
      const names = value.words.map((word) => formsOf(word, reasons).muscle);
      return { muscles: formatList(names, locale) };
    }
    case "emphasis":
      return { emphasis: reasons.emphasis[value.word as keyof Reasons["emphasis"]] };
    default: {
      const all = value.said.map((one) => spoken(one, tongue));
      return { [value.name]: formatList(all, locale) };
    }
  }
}

function formsOf(word: string, reasons: Reasons) {
  return reasons.muscles[word as keyof Reasons["muscles"]];
}

function capital(text: string, { locale }: Tongue): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
