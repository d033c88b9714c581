import { expect, it, test } from "vitest";
import { type Finding, adviceOf, byWeight, isError } from "./findings.ts";

const finding = (severity: string): Finding => ({
  severity,
  code: "plan.sets",
  place: "Push",
  because: "",
});

it("puts first what has to change", () => {
  const found = byWeight([finding("warning"), finding("error"), finding("warning")]);

  expect(found.map(isError)).toEqual([true, false, false]);
});

test.each([
  ["repeat", true],
  ["restart", true],
  ["new_block", true],
  ["go_on", false],
  ["stand on your head", false],
])("advice to %s is one to follow: %s", (kind, isOne) => {
  const advice = adviceOf({ kind, days: 9, because: "You did not train." });

  expect(advice !== null).toBe(isOne);
});

it("is no advice where there is none", () => {
  expect(adviceOf(null)).toBeNull();
});
