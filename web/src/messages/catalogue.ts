/** A text, or its forms by the plural category of `n` (Intl.PluralRules). */
export type Message = string | { readonly one?: string; readonly other: string };
export type Catalogue = Readonly<Record<string, Message>>;
export type Parameters = Readonly<Record<string, string | number>>;

/**
 * Return the message of a catalogue with its `{parameters}` filled in.
 *
 * A number as parameter is written as the locale (a BCP 47 tag) writes it; the form is
 * chosen by the parameter `n`.
 */
export function written(
  message: Message,
  parameters: Parameters,
  locale: string,
): string {
  const text =
    typeof message === "string" ? message : formOf(message, parameters, locale);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? numbers(locale).format(value) : value;
  });
}

function formOf(
  message: Exclude<Message, string>,
  parameters: Parameters,
  locale: string,
): string {
  const n = Number(parameters["n"] ?? 0);
  return plurals(locale).select(n) === "one"
    ? (message.one ?? message.other)
    : message.other;
}

const numberFormats = new Map<string, Intl.NumberFormat>();
const pluralRules = new Map<string, Intl.PluralRules>();

function numbers(locale: string): Intl.NumberFormat {
  let found = numberFormats.get(locale);
  if (!found) {
    found = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    numberFormats.set(locale, found);
  }
  return found;
}

function plurals(locale: string): Intl.PluralRules {
  let found = pluralRules.get(locale);
  if (!found) pluralRules.set(locale, (found = new Intl.PluralRules(locale)));
  return found;
}
