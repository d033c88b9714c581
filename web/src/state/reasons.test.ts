import { readFileSync } from "node:fs";
import { expect, describe, it } from "vitest";
import type { Message } from "../messages/catalogue.ts";
import { reasons as de } from "../messages/reasons/de.ts";
import { english } from "../messages/reasons/en.ts";
import { reasons as es } from "../messages/reasons/es.ts";
import { reasons as fr } from "../messages/reasons/fr.ts";
import { reasons as pt } from "../messages/reasons/pt.ts";
import { type PartName, ReasonReader } from "../model/reasons.ts";
import { translated } from "./reasons.ts";

/** What the engine has really said: one reason for each template. */
const cases = JSON.parse(
  readFileSync(new URL("./reasons.cases.json", import.meta.url), "utf-8"),
) as Record<string, string>;
const page = readFileSync(
  new URL("../../../docs/wording.md", import.meta.url),
  "utf-8",
);
const tongues = { de, es, fr, pt } as const;
const parts: Readonly<Record<PartName, Readonly<Record<string, string>>>> =
  english.parts;
const templates: Readonly<Record<string, string>> = Object.assign(
  {},
  english.sentences,
  ...Object.values(parts),
) as Record<string, string>;
const reader = new ReasonReader(english);

const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  n: ["1", "12"],
  m: ["2"],
  k: ["20"],
  number: ["82.5", "3"],
  load: ["42.5 kg", "95 lb"],
  day: ["3 June 2026"],
  muscle: english.muscles,
  muscles: ["chest", "lower back, abs and front delts"],
  emphasis: ["maintain", "grow", "emphasize"],
};

/** Return texts that a template can make, each part of it in each of its forms. */
function made(template: string): string[] {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const values = names.map(samplesOf);
  const most = Math.max(1, ...values.map((some) => some.length));
  return Array.from({ length: most }, (_, turn) => {
    let place = 0;
    return template.replace(/\{\w+\}/g, () => {
      const some = values[place++] ?? [];
      return some[turn % some.length] ?? "";
    });
  });
}

function samplesOf(name: string): readonly string[] {
  const plain = SAMPLES[name];
  if (plain) return plain;
  const all = Object.values(parts[name as PartName]).flatMap(made);
  return name === "clauses" ? [...all, all.slice(0, 3).join(", ")] : all;
}

function placeholdersOf(text: string): string[] {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  return [...new Set(names.map((name) => name.replace(/^muscle(For|In)$/, "muscle")))];
}

/** The English placeholders; what comes twice is another one the second time. */
function englishPlaceholders(template: string): string[] {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  return names.map((name, place) => (names.indexOf(name) < place ? `${name}2` : name));
}

function formsOf(message: Message): string[] {
  return typeof message === "string" ? [message] : Object.values(message);
}

it("knows the templates of docs/wording.md, and no others", () => {
  const rows = [...page.matchAll(/^\|(?: \w+ \|)? `([\w.]+)` \| (.+) \|$/gm)];
  const known = rows.map(([, key, text]) => [key, text]);
  const muscles = english.muscles as readonly string[];

  expect(known.filter(([key]) => (key ?? "") in templates)).toEqual(
    Object.entries(templates),
  );
  expect(
    known.filter(
      ([key, word]) => !((key ?? "") in templates) && !muscles.includes(word ?? ""),
    ),
  ).toEqual([]);
});

it("reads whatever a template makes as this template, and as no other", () => {
  for (const [key, template] of Object.entries(english.sentences)) {
    for (const text of made(template)) {
      expect([text, reader.readings(text).map((one) => one.key)]).toEqual([
        text,
        [key],
      ]);
    }
  }
});

it("has a real reason for nearly every template", () => {
  expect(Object.keys(cases).length).toBeGreaterThan(100);
});

describe.each(Object.entries(tongues))("the reasons in %s", (language, reasons) => {
  const tongue = { reasons, locale: language };

  it("are complete", () => {
    expect(Object.keys(reasons.texts).sort()).toEqual(Object.keys(templates).sort());
    expect(Object.keys(reasons.muscles).sort()).toEqual([...english.muscles].sort());
  });

  it("fill in what the English ones do", () => {
    for (const [key, message] of Object.entries(reasons.texts)) {
      for (const form of formsOf(message)) {
        const wanted = englishPlaceholders(templates[key] ?? "").sort();
        expect([key, placeholdersOf(form).sort()]).toEqual([key, wanted]);
      }
    }
  });

  it("say everything that the engine has said", () => {
    for (const because of Object.values(cases)) {
      const text = translated(because, tongue);
      expect(text, because).not.toBeNull();
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
      expect(text).not.toBe(because);
    }
  });
});

it("writes numbers, days and lists as the language does", () => {
  const german = { reasons: de, locale: "de" };

  expect(translated("From 42.5 kg x 8 on 3 June 2026.", german)).toBe(
    "Ausgehend von 42,5 kg × 8 am 3. Juni 2026.",
  );
  expect(
    translated(
      "Chest recovered just in time for today, you hit your targets and the pump was good, so 2 more sets are due. In the end 1 set is added, because a beginner adds at most 1 set to a session.",
      german,
    ),
  ).toBe(
    "Der Muskelkater in der Brust war gerade rechtzeitig weg, du hast deine Ziele erreicht und der Pump war gut, also: 2 Sätze mehr sind fällig. Am Ende kommt 1 Satz dazu, denn am Anfang kommt pro Training höchstens 1 Satz dazu.",
  );
  expect(
    translated("Trains chest as well, but not abs.", { reasons: fr, locale: "fr" }),
  ).toBe("Travaille aussi : pectoraux, mais pas : abdos.");
});

it("leaves a sentence of a newer server to be shown in English", () => {
  const tongue = { reasons: es, locale: "es" };

  expect(translated("You hit your targets, so the moon is full.", tongue)).toBeNull();
});
