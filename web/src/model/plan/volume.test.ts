import { describe, expect, it, test } from "vitest";
import type { Lift } from "./lift.ts";
import { bandOf, mostSets, sessionsByMuscle, setsByMuscle } from "./volume.ts";

const lift = (id: number, muscles: Record<string, number>): Lift => ({
  id,
  name: `exercise ${id}`,
  equipment: "barbell",
  movementPattern: "row",
  isCompound: true,
  isRetired: false,
  muscles,
});
const lifts = new Map(
  [lift(1, { chest: 1, triceps: 0.5 }), lift(2, { triceps: 1 })].map((one) => [
    one.id,
    one,
  ]),
);

describe("sets of a week", () => {
  it("count whole for what an exercise trains and half for what helps", () => {
    const sets = setsByMuscle(
      [
        { exerciseId: 1, sets: 4 },
        { exerciseId: 2, sets: 3 },
      ],
      lifts,
    );

    expect(sets).toEqual([
      { muscle: "chest", direct: 4, fractional: 4 },
      { muscle: "triceps", direct: 3, fractional: 5 },
    ]);
  });

  it("leave out exercises that the device does not know", () => {
    expect(setsByMuscle([{ exerciseId: 99, sets: 4 }], lifts)).toEqual([]);
  });

  it("are spread over the sessions that train the muscle itself", () => {
    const sessions = sessionsByMuscle([[1, 1], [1, 2], [2]], lifts);

    expect([...sessions]).toEqual([
      ["chest", 2],
      ["triceps", 2],
    ]);
  });
});

test.each([
  ["chest", 20, 1, 12],
  ["chest", 20, 3, 24],
  ["chest", 20, 6, 31],
  ["hamstrings", 12, 4, 14],
  ["forearms", 15, 1, 9],
  ["side_delt", 25, 5, 39],
  ["chest", 20, 0, 12],
])("%s with an MRV of %i takes, in %i sessions, %i sets", (muscle, mrv, n, most) => {
  expect(mostSets(mrv, muscle, n)).toBe(most);
});

test.each([
  [0, "none"],
  [3, "below"],
  [4, "keeps"],
  [6, "grows"],
  [14, "grows"],
  [15, "high"],
  [21, "over"],
])("%i sets are %s", (sets, band) => {
  expect(bandOf(sets, { maintenance: 4, mev: 6, target: 14, mrv: 20 })).toBe(band);
});
