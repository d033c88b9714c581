import { expect, it } from "vitest";
import { type AnsweredPreview, answerToPreview, longestMinutes } from "./preview.ts";

const muscle = (name: string, ...sets: number[]) => ({
  muscle: name,
  maintenance: 4,
  mev: 6,
  target: 14,
  mrv: 20,
  weeks: sets.map((directSets) => ({ directSets })),
});
const answer: AnsweredPreview = {
  muscles: [muscle("biceps", 4, 5, 3), muscle("chest", 6, 9, 5)],
  workouts: [{ minutes: [50, 62, 30] }, { minutes: [45, 48, 28] }],
  findings: [],
};

it("puts the minutes to the workouts that were asked about", () => {
  const preview = answerToPreview(answer, [true, false, true]);

  expect(preview.minutes).toEqual([
    { first: 50, most: 62 },
    null,
    { first: 45, most: 48 },
  ]);
  expect(longestMinutes(preview)).toBe(50);
});

it("lists first what is trained most", () => {
  const [first] = answerToPreview(answer, [true]).muscles;

  expect(first).toEqual({
    muscle: "chest",
    bounds: { maintenance: 4, mev: 6, target: 14, mrv: 20 },
    sets: [6, 9, 5],
  });
});
