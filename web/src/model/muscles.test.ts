import { expect, it } from "vitest";
import { GROUPS, MUSCLES, isMuscle, musclesOf, stepOf } from "./muscles.ts";

it("puts every muscle into exactly one group", () => {
  const grouped = GROUPS.flatMap(musclesOf);

  expect([...grouped].sort()).toEqual([...MUSCLES].sort());
});

it("knows a muscle by its name", () => {
  expect(["lats", "neck"].map(isMuscle)).toEqual([true, false]);
});

it.each([
  [0, 0],
  [0.5, 1],
  [5, 2],
  [9.9, 2],
  [10, 3],
  [20, 4],
  [90, 4],
])("puts a value of %d into step %d", (value, step) => {
  expect(stepOf(value, [5, 10, 20])).toBe(step);
});
