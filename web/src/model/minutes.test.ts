import { expect, it } from "vitest";
import { minuteText } from "./minutes.ts";

it.each([
  ["en-GB", 0, "00:00"],
  ["de", 510, "08:30"],
  ["en-US", 1110, "6:30 PM"],
])("writes a minute of the day as %s does", (language, minute, text) => {
  expect(minuteText(minute, language).replace(/\s/gu, " ")).toBe(text);
});
