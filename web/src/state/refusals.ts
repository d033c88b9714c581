/** Says the refusals of the server in the person's language. Fetched when one comes. */

import { type Message, written } from "../messages/catalogue.ts";
import english from "../messages/refusals/en.json";
import { formatDay } from "../model/format.ts";
import { type Refusal, refusalToText } from "../model/problem.ts";
import { type Read, RefusalReader, type Value } from "../model/refusals.ts";

/** How a language refuses: its sentences, the names of fields, and words in both. */
export interface Refusals {
  readonly sentences: Readonly<Record<keyof typeof english.sentences, Message>>;
  readonly fields: Readonly<Record<keyof typeof english.fields, string>>;
  readonly words: Readonly<Record<keyof typeof english.words, string>>;
}

export interface Tongue {
  readonly refusals: Refusals;
  /** The tag for numbers and days. */
  readonly locale: string;
}

/** Rules of this kind speak of a value without naming it. */
const OF_A_VALUE = "value.";

const reader = new RefusalReader(english.sentences);

/**
 * Return a refusal in a language, the field in front where the rule needs one.
 *
 * `other` says what is no refusal of its own, such as the finding of a plan; null where
 * a sentence is unknown.
 */
export function told(
  refusal: Refusal,
  tongue: Tongue,
  other: (sentence: string) => string | null,
): string | null {
  const why = refusal.rule ?? refusal.detail ?? refusal.title;
  const rule = inTongue(why, tongue, other);
  const remedy = refusal.remedy ? inTongue(refusal.remedy, tongue, other) : "";
  if (rule === null || remedy === null) return null;
  const isOfValue = reader.read(why)?.key.startsWith(OF_A_VALUE) ?? false;
  const field = isOfValue ? fieldIn(refusal.field ?? "", tongue) : "";
  return refusalToText({
    title: refusal.title,
    field: refusal.field ?? "",
    rule: field ? `${field}: ${rule}` : rule,
    remedy,
  });
}

/** Return how a field is called; a path such as `args.sets[0].reps` by its last name. */
export function fieldIn(path: string, { refusals }: Tongue): string {
  const name =
    path
      .replace(/\[[^\]]*\]/g, "")
      .split(".")
      .at(-1) ?? "";
  const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return refusals.fields[camel as keyof Refusals["fields"]] ?? name;
}

function inTongue(
  sentence: string,
  tongue: Tongue,
  other: (sentence: string) => string | null,
): string | null {
  const read = reader.read(sentence);
  return read ? spoken(read, tongue) : other(sentence);
}

function spoken({ key, values }: Read, tongue: Tongue): string {
  const { refusals, locale } = tongue;
  const filled = values.map((value) => [value.name, wordsOf(value, tongue)] as const);
  const text = refusals.sentences[key as keyof Refusals["sentences"]];
  return written(text, Object.fromEntries(filled), locale);
}

function wordsOf(value: Value, tongue: Tongue): string | number {
  switch (value.kind) {
    case "number":
      return value.number;
    case "day":
      return formatDay(value.day, tongue.locale, "long");
    case "word":
      return tongue.refusals.words[value.text as keyof Refusals["words"]] ?? value.text;
    case "text":
      return value.text;
    case "said":
      return spoken(value.said, tongue).replace(/\.$/, "");
  }
}
