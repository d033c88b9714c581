import { expect, it, vi } from "vitest";
import { speech } from "../messages/index.svelte.ts";
import { findingText } from "./findingText.ts";

const odd = {
  code: "repsUnlikely",
  values: { n: "2000" },
  message: "2000 repetitions in one set look like a slip of the finger.",
  advice: "They are kept as written; correct the set after the import.",
};

it("says a finding in the person's language, with what is in it", async () => {
  vi.stubGlobal("document", { documentElement: { lang: "" } });
  await speech.whole();
  await speech.speak("de");

  const said = findingText(odd);

  expect(said.message).toBe(
    "2000 Wiederholungen in einem Satz sehen nach einem Tippfehler aus.",
  );
  expect(said.lang).toBeUndefined();
  vi.unstubAllGlobals();
});

it("says in English what a newer server has found", () => {
  expect(findingText({ ...odd, code: "comet" })).toEqual({
    message: odd.message,
    advice: odd.advice,
    lang: "en",
  });
});
