import { describe, expect, it } from "vitest";
import { type Bounds, type Reason, parseNumber } from "./numbers.ts";

describe("parseNumber", () => {
  it.each<[string, string, number]>([
    ["82.5", "en", 82.5],
    ["82,5", "en", 82.5],
    ["82,5", "de", 82.5],
    ["82.5", "de", 82.5],
    ["82,5", "pt", 82.5],
    ["1,234", "en", 1234],
    ["1.234", "en", 1.234],
    ["1.234", "de", 1234],
    ["1,234", "de", 1.234],
    ["1.234,5", "de", 1234.5],
    ["1.234,5", "en", 1234.5],
    ["1,234.5", "de", 1234.5],
    ["1 234,5", "fr", 1234.5],
    ["1\u202f234,5", "fr", 1234.5],
    ["1’234.5", "de", 1234.5],
    ["1.234.567", "es", 1234567],
    ["0,125", "en", 0.125],
    ["0.125", "de", 0.125],
    [".5", "en", 0.5],
    ["12.", "en", 12],
    [" 100 ", "en", 100],
    ["−5", "en", -5],
    ["８２", "en", 82],
  ])("reads %j in %s as %d", (text, language, value) => {
    expect(parseNumber(text, language)).toEqual({ ok: true, value });
  });

  it.each<[string, Bounds, Reason]>([
    ["", {}, "empty"],
    ["  ", {}, "empty"],
    ["abc", {}, "notANumber"],
    ["8o", {}, "notANumber"],
    ["1e3", {}, "notANumber"],
    ["12 5", {}, "notANumber"],
    ["1.2.3", {}, "notANumber"],
    ["1,2.3,4", {}, "notANumber"],
    ["12,34.5", {}, "notANumber"],
    ["--5", {}, "notANumber"],
    [".", {}, "notANumber"],
    ["Infinity", {}, "notANumber"],
    ["-1", { min: 0 }, "tooSmall"],
    ["1000.5", { max: 1000 }, "tooLarge"],
    ["9".repeat(400), {}, "tooLarge"],
    ["2.5", { decimals: 0 }, "tooFine"],
    ["2.505", { decimals: 2 }, "tooFine"],
  ])("refuses %j within %j as %s", (text, bounds, reason) => {
    expect(parseNumber(text, "en", bounds)).toEqual({ ok: false, reason });
  });

  it("does not count zeros at the end as places", () => {
    expect(parseNumber("5.00", "en", { decimals: 0 })).toEqual({ ok: true, value: 5 });
  });

  it.each(["en", "de", "es", "fr", "pt"])(
    "reads back what Intl writes in %s",
    (tag) => {
      for (const value of [0, 0.25, 82.5, 999.75, 1234, 12345.5, 1234567]) {
        const written = new Intl.NumberFormat(tag).format(value);

        expect(parseNumber(written, tag), written).toEqual({ ok: true, value });
      }
    },
  );
});
