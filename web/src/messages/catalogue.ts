/** A text, or its forms by the plural category of `n` (Intl.PluralRules). */
export type Message = string | { readonly one?: string; readonly other: string };
export type Catalogue = Readonly<Record<string, Message>>;
export type Parameters = Readonly<Record<string, string | number>>;

/**
 * Return the message of a catalogue with its `{parameters}` filled in.
 *
 * A number as parameter is written as the language writes it; the form is chosen by
 * the parameter `n`.
 */
export function written(
  message: Message,
  parameters: Parameters,
  language: string,
): string {
  const text =
    typeof message === "string" ? message : formOf(message, parameters, language);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? numbers(language).format(value) : value;
  });
}

function formOf(
  message: Exclude<Message, string>,
  parameters: Parameters,
  language: string,
): string {
  const n = Number(parameters["n"] ?? 0);
  return plurals(language).select(n) === "one"
    ? (message.one ?? message.other)
    : message.other;
}

const numberFormats = new Map<string, Intl.NumberFormat>();
const pluralRules = new Map<string, Intl.PluralRules>();

function numbers(language: string): Intl.NumberFormat {
  let found = numberFormats.get(language);
  if (!found) {
    found = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    numberFormats.set(language, found);
  }
  return found;
}

function plurals(language: string): Intl.PluralRules {
  let found = pluralRules.get(language);
  if (!found) pluralRules.set(language, (found = new Intl.PluralRules(language)));
  return found;
}
