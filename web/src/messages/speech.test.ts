import { beforeAll, expect, it } from "vitest";
import { speech, t } from "./index.svelte.ts";

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
