import { describe, expect, it } from "vitest";
import type { Message } from "../messages/catalogue.ts";
import de from "../messages/refusals/de.json";
import english from "../messages/refusals/en.json";
import es from "../messages/refusals/es.json";
import fr from "../messages/refusals/fr.json";
import pt from "../messages/refusals/pt.json";
import { RefusalReader } from "../model/refusals.ts";
import { type Refusals, told } from "./refusals.ts";

const languages: Readonly<Record<string, Refusals>> = { de, es, fr, pt };
const templates: Readonly<Record<string, string>> = english.sentences;
const reader = new RefusalReader(templates);
const SAMPLES: Readonly<Record<string, string>> = {
  n: "1,000",
  m: "2.5",
  k: "20",
  id: "4194305",
  year: "1970",
  day: "2026-03-02",
  unit: "lb",
  said: "this block is over",
  type: "int | null",
};

/** Return a sentence as the server makes it with a template. */
function made(template: string): string {
  return template.replace(
    /\{(\w+)\}/g,
    (_, name: string) => SAMPLES[name.replace(/\d+$/, "")] ?? "'some text'",
  );
}

/** The name of a type, which msgspec says, can be left out. */
function places(message: Message): string[] {
  const forms = typeof message === "string" ? [message] : Object.values(message);
  return forms.map((form) =>
    [...new Set([...form.matchAll(/\{(?!type)(\w+)\}/g)].map(([, name]) => name))]
      .sort()
      .join(" "),
  );
}

function inGerman(refusal: Parameters<typeof told>[0]): string | null {
  return told(refusal, { refusals: de, locale: "de-DE" }, () => null);
}

describe("the refusals of the server", () => {
  it("each is read as itself", () => {
    for (const [key, template] of Object.entries(templates))
      expect(reader.read(made(template))?.key).toBe(key);
  });

  it.each(Object.entries(languages))("%s says each with what it quotes", (_, all) => {
    for (const part of ["sentences", "fields", "words"] as const)
      expect(Object.keys(all[part]).sort()).toEqual(Object.keys(english[part]).sort());
    for (const [key, message] of Object.entries<Message>(all.sentences)) {
      const wanted = places(templates[key] ?? "")[0];
      expect(places(message), key).toEqual(places(message).map(() => wanted));
    }
  });

  it("writes numbers and units as the language does", () => {
    const said = inGerman({ title: "", rule: "a weight is 0 to 2204.6 lb" });

    expect(said).toBe("Ein Gewicht liegt zwischen 0 und 2.204,6 lb.");
  });

  it("says what to do, and does not name a field that the rule speaks of", () => {
    const said = inGerman({
      title: "The present state does not allow this",
      field: "completed_at",
      rule: "this workout is not finished",
      remedy: "Finish it; that says when it ended.",
    });

    expect(said).toBe(
      "Dieses Training ist nicht beendet. Beende es: Damit steht fest, wann es zu Ende war.",
    );
  });

  it("names the field of a rule about a value, wherever it lies", () => {
    const rule = "must lie within 1970 and 2099";

    expect(inGerman({ title: "", rule, field: "mutations[3].made_at" })).toBe(
      "Zeitpunkt: muss zwischen 1970 und 2099 liegen.",
    );
    expect(inGerman({ title: "", rule, field: "args.somethingNew" })).toBe(
      "SomethingNew: muss zwischen 1970 und 2099 liegen.",
    );
  });

  it("knows the words of states", () => {
    expect(inGerman({ title: "", rule: "this proposal was rejected already" })).toBe(
      "Dieser Vorschlag wurde schon abgelehnt.",
    );
  });

  it("leaves alone what it does not know, and half of it too", () => {
    expect(inGerman({ title: "", rule: "a rule of a newer server" })).toBeNull();
    expect(
      inGerman({ title: "", rule: "this workout was skipped", remedy: "Do this." }),
    ).toBeNull();
  });

  it("says the finding of a plan in the words of reasons", () => {
    const said = told(
      { title: "", field: "Push: Squat", rule: "It has 20 sets." },
      { refusals: de, locale: "de" },
      () => "Sie hat 20 Sätze.",
    );

    expect(said).toBe("Push: Squat: Sie hat 20 Sätze.");
  });
});
