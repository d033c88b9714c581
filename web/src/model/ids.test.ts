import { expect, it } from "vitest";
import { exerciseId, setId, uuid7 } from "./ids.ts";

it("draws UUIDs of version 7 that sort by their moment", () => {
  const chance = new Uint8Array(16).fill(0xff);
  const early = uuid7(Date.UTC(2026, 0, 1), chance);
  const late = uuid7(Date.UTC(2026, 0, 2), new Uint8Array(16));
  expect(early).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(early < late).toBe(true);
  expect(parseInt(early.slice(0, 8) + early.slice(9, 13), 16)).toBe(
    Date.UTC(2026, 0, 1),
  );
});

it("draws set ids from 1 to 2,147,483,647", () => {
  expect(setId(0)).toBe(1);
  expect(setId(2 ** 31 - 2)).toBe(2 ** 31 - 1);
  expect(setId(2 ** 32 - 1)).toBeLessThanOrEqual(2 ** 31 - 1);
});

it("puts the owner into the id of an own exercise", () => {
  expect(Math.floor(exerciseId(12, 2 ** 32 - 1) / 2 ** 22)).toBe(12);
  expect(exerciseId(12, 0)).toBe(12 * 2 ** 22 + 1);
});
