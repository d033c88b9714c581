import { expect, it } from "vitest";
import { answersByWeek } from "./answers.ts";

const felt = (localDate: string, muscleGroup: string, soreness: number | null) => ({
  localDate,
  muscleGroup,
  soreness,
  pump: null,
  challenge: 2,
});
const all = [
  felt("2026-03-10", "chest", 3),
  felt("2026-03-02", "chest", 1),
  felt("2026-03-08", "back", 2),
  felt("2026-03-05", "chest", null),
];

it("averages the answers of each week, the earliest first", () => {
  expect(answersByWeek(all, null)).toEqual([
    { monday: "2026-03-02", average: { soreness: 1.5, pump: null, challenge: 2 } },
    { monday: "2026-03-09", average: { soreness: 3, pump: null, challenge: 2 } },
  ]);
});

it("averages those about one muscle group", () => {
  expect(answersByWeek(all, "back").map((one) => one.average.soreness)).toEqual([2]);
});
