import { describe, expect, it } from "vitest";
import { exercisesOf } from "./exercises.ts";
import { lighterOf } from "./lighter.ts";
import { aLog, aPrescription, aSet, anInstance, sources } from "./make.ts";

const before = anInstance({
  weekNumber: 1,
  prescriptions: [aPrescription({ targetSets: 2 })],
});
const now = anInstance({ prescriptions: [aPrescription({ targetSets: 4 })] });

describe("a muscle that is still sore", () => {
  const offered = (soreness: number | null, some: Parameters<typeof sources>[0] = {}) =>
    lighterOf(exercisesOf(sources({ instance: now, ...some })), {
      before,
      sorenessOf: () => soreness,
      groupOf: (muscle) => muscle,
    }).map(({ muscleGroup, rows }) => [muscleGroup, rows.map((row) => row.number)]);

  it("may leave out the sets that were added since last week", () => {
    expect(offered(3)).toEqual([["chest", [3, 4]]]);
  });

  it.each([null, 0, 1, 2])("is not one that recovered (%s)", (soreness) => {
    expect(offered(soreness)).toEqual([]);
  });

  it("keeps what is done already", () => {
    expect(offered(3, { log: aLog({ sets: [aSet({ setNumber: 3 })] }) })).toEqual([
      ["chest", [4]],
    ]);
  });

  it("is offered nothing where nothing was added", () => {
    expect(offered(3, { instance: before })).toEqual([]);
  });
});
