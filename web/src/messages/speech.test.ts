import { beforeAll, expect, it } from "vitest";
import { localeOf, speech, t } from "./index.svelte.ts";

beforeAll(() => {
  // What the language is told to; nothing else of a browser is needed.
  Object.assign(globalThis, { document: { documentElement: { lang: "" } } });
});

it("speaks the language that was asked for last, whatever comes first", async () => {
  const french = speech.speak("fr");
  const rest = speech.whole();
  const german = speech.speak("de");
  await Promise.all([french, rest, german]);
  expect(speech.language).toBe("de");
  expect(t("nav.today")).toBe("Heute");
  expect(t("block.gridLabel")).not.toBe("block.gridLabel");
});

it.each([
  ["en", ["en-GB", "en", "de-DE"], "en-GB"],
  ["en", ["de-DE", "en-NZ"], "en-NZ"],
  ["en", ["en", "en-IE"], "en-IE"],
  ["en", ["de-DE"], "en"],
  ["de", ["DE-at"], "DE-at"],
  ["de", ["den-CA"], "de"],
  ["pt", [], "pt"],
] as const)("writes %s in the region of %j: %s", (language, wanted, locale) => {
  expect(localeOf(language, wanted)).toBe(locale);
});

it("calls exercises as the language does, and as the catalogue does in English", async () => {
  await speech.speak("fr");
  expect(speech.exerciseNames["1"]).toBe("Développé couché");
  await speech.speak("en");
  expect(speech.exerciseNames["1"]).toBeUndefined();
});
