import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { speech } from "../messages/index.svelte.ts";
import { blockName } from "./blockName.ts";

beforeAll(async () => {
  vi.stubGlobal("document", { documentElement: { lang: "" } });
  await speech.whole();
  await speech.speak("es");
});

afterAll(() => {
  vi.unstubAllGlobals();
});

test.each([
  [{ name: "Block 2", orderIndex: 2 }, "Bloque 2"],
  [{ name: "Block 2", orderIndex: null }, "Block 2"],
  [{ name: "Block 3", orderIndex: 2 }, "Block 3"],
  [{ name: "Heavy legs", orderIndex: 2 }, "Heavy legs"],
])("only what the planner named is translated: %o", (block, said) => {
  expect(blockName(block)).toBe(said);
});
