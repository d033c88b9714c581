import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "svelte/compiler";
import { describe, expect, it } from "vitest";
import type { Catalogue, Message } from "./catalogue.ts";
import { written } from "./catalogue.ts";
import { de } from "./de/index.ts";
import { rest as deRest } from "./de/rest.ts";
import { en } from "./en/index.ts";
import { rest } from "./en/rest.ts";
import { es } from "./es/index.ts";
import { rest as esRest } from "./es/rest.ts";
import { fr } from "./fr/index.ts";
import { rest as frRest } from "./fr/rest.ts";
import { pt } from "./pt/index.ts";
import { rest as ptRest } from "./pt/rest.ts";

const parts = {
  de: [de, deRest],
  es: [es, esRest],
  fr: [fr, frRest],
  pt: [pt, ptRest],
} as const;
const others: Readonly<Record<string, Catalogue>> = Object.fromEntries(
  Object.entries(parts).map(([language, [first, more]]) => [
    language,
    { ...first, ...more },
  ]),
);
const english: Catalogue = { ...en, ...rest };
const SPOKEN = new Set(["aria-label", "placeholder", "title", "alt", "label"]);

function formsOf(message: Message): string[] {
  return typeof message === "string" ? [message] : Object.values(message);
}

function placeholdersOf(message: Message): string[] {
  const found = formsOf(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []);
  return [...new Set(found)].sort();
}

describe.each(Object.entries(others))("the catalogue %s", (_language, catalogue) => {
  it("says everything that English says, and nothing else", () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort());
  });

  it("fills in the same parameters", () => {
    for (const [key, message] of Object.entries(english)) {
      const said = catalogue[key];
      if (said === undefined) continue;
      expect([key, placeholdersOf(said)]).toEqual([key, placeholdersOf(message)]);
      expect([key, typeof said]).toEqual([key, typeof message]);
    }
  });

  it("leaves no message empty", () => {
    const empty = Object.entries(catalogue).filter(([, message]) =>
      formsOf(message).some((form) => form.trim() === ""),
    );
    expect(empty).toEqual([]);
  });
});

/** How nobody is addressed: each language has one tone, and Portuguese one country. */
const OTHER_TONE: Readonly<Record<string, RegExp>> = {
  de: /\b(Ihnen|Ihrem|Ihren|Ihrer|Ihres)\b/,
  es: /\b(usted|ustedes|vosotros|vuestr[oa]s?)\b/i,
  fr: /\b(vous|votre|vos)\b|\b(?!assez|chez)[a-zéè]{2,}ez\b/i,
  pt: /\b(teus?|tuas?|ficheiros?|ecrãs?|telemóve(l|is)|planead\w+|registaste)\b/i,
};

it.each(Object.entries(others))(
  "%s addresses people in one way",
  (language, catalogue) => {
    const tone = OTHER_TONE[language];
    const found = Object.entries(catalogue).filter(([, message]) =>
      formsOf(message).some((form) => tone?.test(form)),
    );
    expect(tone).toBeDefined();
    expect(found).toEqual([]);
  },
);

it.each(Object.entries(parts))(
  "%s says first what English says first",
  (_, [first]) => {
    expect(Object.keys(first).sort()).toEqual(Object.keys(en).sort());
  },
);

it("chooses the form and writes the numbers of the language", () => {
  const sets = { one: "{n} set of {kg} kg", other: "{n} sets of {kg} kg" };
  expect(written(sets, { n: 1, kg: 82.5 }, "en")).toBe("1 set of 82.5 kg");
  expect(written(sets, { n: 0, kg: 1250 }, "de")).toBe("0 sets of 1.250 kg");
  expect(written(sets, { n: 0, kg: 2.5 }, "fr")).toBe("0 set of 2,5 kg");
});

it("finds a text that was written into the markup", () => {
  expect(hardCodedIn(`<p>Hello <b title="there">{name}</b></p>`)).toEqual([
    "Hello",
    "there",
  ]);
  expect(hardCodedIn(`<p aria-label={t("a.b")}>{t("a.c")} · 3×</p>`)).toEqual([]);
});

it("no component holds a text of its own", () => {
  const root = join(import.meta.dirname, "..");
  const found = readdirSync(root, { recursive: true, encoding: "utf-8" })
    .filter((file) => file.endsWith(".svelte"))
    .flatMap((file) =>
      hardCodedIn(readFileSync(join(root, file), "utf-8")).map((text) => [file, text]),
    );
  expect(found).toEqual([]);
});

it("the first screen says only what is loaded first", () => {
  const later = Object.keys(rest);
  const said = reachedFrom(["main.ts", "App.svelte", "screens/today/Today.svelte"]);
  const missing = said.flatMap(([file, source]) =>
    later
      .filter((key) => source.includes(`"${key}"`) || hasPrefixOf(source, key))
      .map((key) => [file, key]),
  );
  expect(said.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

/** Return the modules that are loaded with some others, with their sources. */
function reachedFrom(files: readonly string[]): [string, string][] {
  const root = join(import.meta.dirname, "..");
  const found = new Map<string, string>();
  const open = files.map((file) => join(root, file));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file) || file.endsWith(".css") || file.includes("/messages/"))
      continue;
    const source = readFileSync(file, "utf-8");
    found.set(file, source);
    const imports = source.matchAll(
      /^\s*(?:import|export)\s+(?!type)[^;]*?from\s+"(\.[^"]+)"/gm,
    );
    for (const [, path] of imports) open.push(join(dirname(file), path ?? ""));
  }
  return [...found];
}

/** Whether a template such as `state.${name}` in a source may name a key. */
function hasPrefixOf(source: string, key: string): boolean {
  const prefixes = [...source.matchAll(/`([a-z]+\.[A-Za-z.]*)\$\{/g)].map(
    ([, it]) => it,
  );
  return prefixes.some((prefix) => prefix && key.startsWith(prefix));
}

interface Node {
  readonly type?: string;
  readonly name?: string;
  readonly data?: string;
  readonly value?: unknown;
}

/** Return the words in the markup of a component that no catalogue knows. */
function hardCodedIn(source: string): string[] {
  const found: string[] = [];
  walk(parse(source, { modern: true }).fragment, found);
  return found;
}

function walk(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, found);
    return;
  }
  if (node === null || typeof node !== "object") return;
  const { type, name, data, value } = node as Node;
  if (type === "Text") keepWords(data, found);
  else if (type === "Attribute") {
    if (SPOKEN.has(name ?? "") && Array.isArray(value)) walk(value, found);
    else if (value !== true && !Array.isArray(value)) walk(value, found);
  } else for (const one of Object.values(node)) walk(one, found);
}

function keepWords(text: string | undefined, found: string[]): void {
  const words = (text ?? "").trim();
  if (/\p{L}{2}/u.test(words)) found.push(words);
}
