import { expect, it } from "vitest";
import { afterKey, decimalMark, numberTyped, typed } from "./decimals.ts";

it.each([
  ["102,25", "102,25", 102.25],
  ["an empty zero before the mark", ",5", 0.5],
  ["one mark only", "1,2,3", 1.23],
  ["no more places than there are", "1,234", 1.23],
  ["no more digits than there are", "123456", 1234],
  ["no zero in front", "007", 7],
  ["nothing", "", null],
])("takes %s from keys", (_, keys, value) => {
  const form = { mark: ",", digits: 4, decimals: 2 };

  const text = [...keys].reduce((before, key) => afterKey(before, key, form), "");

  expect(numberTyped(text)).toBe(value);
});

it("takes no mark where only whole numbers are asked", () => {
  expect(afterKey("12", ".", { mark: ".", digits: 4, decimals: 0 })).toBe("12");
});

it.each([
  ["de", 82.5, "82,5"],
  ["en", 82.5, "82.5"],
  ["en", 1234, "1234"],
  ["fr", 0.1 + 0.2, "0,3"],
  ["en", null, ""],
])("writes into the pad as typed in %s: %s", (language, value, text) => {
  expect(typed(value, language, 2)).toBe(text);
  expect(
    numberTyped(typed(value, language, 2).replace(decimalMark(language), ".")),
  ).toBe(value === null ? null : Number(value.toFixed(2)));
});
