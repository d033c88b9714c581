/** Takes the reasons of the server apart by the templates that they are made of. */

export type PartName = "clauses" | "due" | "change" | "start" | "cap";

/** The templates of docs/wording.md, by key. */
export interface Templates {
  readonly sentences: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<PartName, Readonly<Record<string, string>>>>;
  /** The words for muscles. */
  readonly muscles: readonly string[];
}

/** A sentence or a part of one: its template, and what stands in its braces. */
export interface Said {
  readonly key: string;
  readonly values: readonly Value[];
}

export type Value =
  | { readonly name: "n" | "m" | "k" | "number"; readonly number: number }
  | { readonly name: "load"; readonly weight: number; readonly unit: "kg" | "lb" }
  /** An ISO date. */
  | { readonly name: "day"; readonly day: string }
  | { readonly name: "muscle" | "muscles"; readonly words: readonly string[] }
  | { readonly name: "emphasis"; readonly word: string }
  | { readonly name: PartName; readonly said: readonly Said[] };

interface Form {
  readonly key: string;
  /** What stands in the braces, in order. */
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const PLAIN: Readonly<Record<string, string>> = {
  n: "\\d+",
  m: "\\d+",
  k: "\\d+",
  number: "\\d+(?:\\.\\d+)?",
  load: "\\d+(?:\\.\\d+)? (?:kg|lb)",
  day: `\\d{1,2} (?:${MONTHS.join("|")}) \\d{4}`,
  emphasis: "maintain|grow|emphasize",
};
const AND = /, | and /;

/** Reads reasons by one set of templates; making one takes some milliseconds. */
export class ReasonReader {
  readonly #parts: ReadonlyMap<string, readonly Form[]>;
  readonly #sentences: readonly Form[];
  readonly #muscle: string;

  constructor(templates: Templates) {
    const longestFirst = [...templates.muscles].sort((a, b) => b.length - a.length);
    this.#muscle = longestFirst.join("|");
    this.#parts = new Map(
      Object.entries(templates.parts).map(([part, all]) => [
        part,
        Object.entries(all).map(([key, text]) => this.#form(key, text)),
      ]),
    );
    this.#sentences = Object.entries(templates.sentences).map(([key, text]) =>
      this.#form(key, lowered(text)),
    );
  }

  /** Return the sentences of a reason; null unless all of them are known. */
  read(text: string): readonly Said[] | null {
    const found = sentencesOf(text).map((one) => this.readings(one)[0]);
    return found.every((one) => one !== undefined) ? found : null;
  }

  /** Return every way to read one sentence. */
  readings(sentence: string): readonly Said[] {
    return this.#fitting(this.#sentences, lowered(sentence));
  }

  #fitting(among: readonly Form[], text: string): Said[] {
    return among.flatMap(({ key, names, pattern }) => {
      const match = pattern.exec(text);
      if (!match) return [];
      const values = names.map((name, place) => this.#value(name, match[place + 1]));
      return values.every((one) => one !== null) ? [{ key, values }] : [];
    });
  }

  #value(name: string, text = ""): Value | null {
    switch (name) {
      case "n":
      case "m":
      case "k":
      case "number":
        return { name, number: Number(text) };
      case "load": {
        const [weight, unit] = text.split(" ");
        return { name, weight: Number(weight), unit: unit === "lb" ? "lb" : "kg" };
      }
      case "day":
        return { name, day: isoOf(text) };
      case "muscle":
      case "muscles":
        return { name, words: text.split(AND) };
      case "emphasis":
        return { name, word: text };
      default:
        return this.#part(name as PartName, text);
    }
  }

  #part(name: PartName, text: string): Value | null {
    const forms = this.#parts.get(name) ?? [];
    const texts = name === "clauses" ? text.split(AND) : [text];
    const said = texts.map((one) => this.#fitting(forms, one)[0]);
    return said.every((one) => one !== undefined) ? { name, said } : null;
  }

  #form(key: string, template: string): Form {
    const names: string[] = [];
    const pattern = escaped(template).replace(/\\\{(\w+)\\\}/g, (_, name: string) => {
      names.push(name);
      return `(${this.#expression(name)})`;
    });
    return { key, names, pattern: new RegExp(`^${pattern}$`) };
  }

  /** What can stand in some braces; parts are looked at once they are cut out. */
  #expression(name: string): string {
    if (name === "muscle") return this.#muscle;
    if (name === "muscles") {
      const one = `(?:${this.#muscle})`;
      return `${one}(?:(?:, ${one})* and ${one})?`;
    }
    return PLAIN[name] ?? ".+";
  }
}

function sentencesOf(text: string): string[] {
  return text.split(". ").map((part) => `${part.replace(/\.+$/, "")}.`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Return "3 June 2026" as an ISO date. */
function isoOf(text: string): string {
  const [day = "", month = "", year = ""] = text.split(" ");
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, "0");
  return `${year}-${number}-${day.padStart(2, "0")}`;
}
