import { describe, expect, it } from "vitest";
import { exercisesOf } from "./exercises.ts";
import { aLog, aPrescription, aSet, anInstance, sources } from "./make.ts";
import { lastSets } from "./tired.ts";

describe("one set less after a bad night", () => {
  const offered = (
    sets: number,
    some: Parameters<typeof sources>[0] = {},
    isDeload = false,
  ) => {
    const instance = anInstance({
      prescriptions: [aPrescription({ targetSets: sets })],
    });
    const all = exercisesOf(sources({ instance, ...some }));
    return lastSets(all, isDeload).map((row) => row.number);
  };

  it("is the last one of an exercise that has more than one", () => {
    expect(offered(3)).toEqual([3]);
    expect(offered(1)).toEqual([]);
  });

  it("is none that is done already", () => {
    const log = aLog({ sets: [aSet({ setNumber: 3 })] });

    expect(offered(3, { log })).toEqual([]);
  });

  it("is none of a deload or a recovery session, which are easy as they are", () => {
    const instance = anInstance({
      prescriptions: [aPrescription({ targetSets: 3, isRecovery: true })],
    });

    expect(offered(3, {}, true)).toEqual([]);
    expect(offered(3, { instance })).toEqual([]);
  });
});
