/** Takes the refusals of the server apart by the templates that they are made of. */

/** A sentence: its template, and what stands in its braces. */
export interface Read {
  readonly key: string;
  readonly values: readonly Value[];
}

export type Value =
  | { readonly kind: "number"; readonly name: string; readonly number: number }
  /** An ISO date. */
  | { readonly kind: "day"; readonly name: string; readonly day: string }
  /** A word that the catalogue may have, such as `accepted` or `chest`. */
  | { readonly kind: "word"; readonly name: string; readonly text: string }
  /** Quoted from somewhere, and shown as it is. */
  | { readonly kind: "text"; readonly name: string; readonly text: string }
  | { readonly kind: "said"; readonly name: string; readonly said: Read };

interface Form {
  readonly key: string;
  readonly names: readonly string[];
  readonly pattern: RegExp;
  /** How many letters of it are its own. */
  readonly weight: number;
}

const NUMBER = "-?\\d[\\d,]*(?:\\.\\d+)?";
/** What can stand in braces of a name; in all others, any text. */
const PLAIN: Readonly<Record<string, string>> = {
  n: NUMBER,
  m: NUMBER,
  k: NUMBER,
  id: "\\d+",
  year: "\\d{4}",
  day: "\\d{4}-\\d\\d-\\d\\d",
  unit: "kg|lb",
};
const ANYTHING = "[\\s\\S]+";

/** Reads refusals by one set of templates. */
export class RefusalReader {
  readonly #whole: ReadonlyMap<string, string>;
  readonly #forms: readonly Form[];

  constructor(templates: Readonly<Record<string, string>>) {
    const all = Object.entries(templates).map(([key, text]) => formOf(key, text));
    this.#whole = new Map(
      Object.entries(templates).map(([key, text]) => [bare(text), key]),
    );
    this.#forms = all
      .filter((form) => form.names.length > 0)
      .sort((one, other) => other.weight - one.weight);
  }

  /** Return what a sentence is made of; null if no template makes it. */
  read(sentence: string): Read | null {
    const text = bare(sentence);
    const key = this.#whole.get(text);
    if (key !== undefined) return { key, values: [] };
    for (const form of this.#forms) {
      const found = this.#fitted(form, text);
      if (found) return found;
    }
    return null;
  }

  #fitted({ key, names, pattern }: Form, text: string): Read | null {
    const match = pattern.exec(text);
    if (!match) return null;
    const values = names.map((name, place) =>
      this.#value(name, match[place + 1] ?? ""),
    );
    return values.every((one) => one !== null) ? { key, values } : null;
  }

  #value(name: string, text: string): Value | null {
    switch (kindOf(name)) {
      case "n":
      case "m":
      case "k":
        return { kind: "number", name, number: Number(text.replaceAll(",", "")) };
      case "day":
        return { kind: "day", name, day: text };
      case "word":
        return { kind: "word", name, text };
      case "said":
      case "why": {
        const said = this.read(text);
        if (said) return { kind: "said", name, said };
        return kindOf(name) === "why" ? { kind: "text", name, text } : null;
      }
      default:
        return { kind: "text", name, text };
    }
  }
}

function formOf(key: string, template: string): Form {
  const names: string[] = [];
  let own = 0;
  const pattern = bare(template).replace(
    /\{(\w+)\}|([^{]+)/g,
    (_, name: string | undefined, text: string | undefined) => {
      if (name === undefined) {
        own += text?.length ?? 0;
        return escaped(text ?? "");
      }
      names.push(name);
      return `(${PLAIN[kindOf(name)] ?? ANYTHING})`;
    },
  );
  return { key, names, pattern: new RegExp(`^${pattern}$`), weight: own };
}

/** `n2` is the second `n` of a sentence. */
function kindOf(name: string): string {
  return name.replace(/\d+$/, "");
}

/** Rules begin small and end without a full stop, remedies do not: it does not count. */
function bare(text: string): string {
  const start = text.trim().replace(/\.$/, "");
  return start.charAt(0).toLowerCase() + start.slice(1);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
