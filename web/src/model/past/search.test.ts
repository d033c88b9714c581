import { describe, expect, it } from "vitest";
import { calledIn, type Exercise } from "../catalogue.ts";
import { slipsToPrefix } from "./names.ts";
import { searchExercises, searchIndex } from "./search.ts";

function exercise(id: number, name: string, aliases: string[] = []): Exercise {
  return {
    id,
    name,
    aliases,
    description: null,
    muscleGroup: "chest",
    exerciseType: "freeweight",
    equipment: "barbell",
    movementPattern: "horizontal_press",
    loadKind: "external",
    bodyWeightFactor: 0,
    perSide: false,
    unilateral: false,
    repMin: 8,
    repMax: 12,
    isCompound: true,
    trapsLifter: false,
    isTimed: false,
    skillLevel: 1,
    joints: [],
    isSystem: true,
    isRetired: false,
    muscles: { chest: 1 },
  };
}

const CATALOGUE = [
  exercise(1, "Barbell Bench Press", ["Bench Press (Barbell)", "Flat Bench"]),
  exercise(2, "Incline Dumbbell Press", ["Incline Press (Dumbbell)"]),
  exercise(3, "Push-up", ["Press-up", "Pushups"]),
  exercise(4, "Pull-up", ["Chin-up wide"]),
  exercise(5, "Romanian Deadlift", ["RDL"]),
  exercise(6, "Deadlift", ["Conventional Deadlift"]),
  exercise(7, "Lat Pulldown"),
  exercise(8, "Leg Curl", ["Hamstring Curl"]),
  exercise(9, "Dumbbell Curl", ["Bicep Curl (Dumbbell)"]),
  exercise(10, "Bulgarian Split Squat"),
  exercise(11, "Développé couché"),
];
const INDEX = searchIndex(CATALOGUE);

describe("searching exercises", () => {
  it.each([
    ["bench", "Barbell Bench Press"],
    ["bnech press", "Barbell Bench Press"],
    ["benchpress", "Barbell Bench Press"],
    ["bech pres", "Barbell Bench Press"],
    ["rdl", "Romanian Deadlift"],
    ["rumanian dedlift", "Romanian Deadlift"],
    ["pushup", "Push-up"],
    ["push up", "Push-up"],
    ["PULLUP", "Pull-up"],
    ["latpuldown", "Lat Pulldown"],
    ["db curl", "Dumbbell Curl"],
    ["dumbell curl", "Dumbbell Curl"],
    ["hamstring curls", "Leg Curl"],
    ["split sqaut", "Bulgarian Split Squat"],
    ["developpe", "Développé couché"],
    ["curl leg", "Leg Curl"],
    ["deadlift", "Deadlift"],
  ])("finds %s first as %s", (typed, expected) => {
    expect(searchExercises(INDEX, typed)[0]?.name).toBe(expected);
  });

  it("puts what somebody does before what is only a little shorter", () => {
    const index = searchIndex([...CATALOGUE, exercise(20, "Bench Dip")]);
    const uses = (one: Exercise) => (one.id === 1 ? 12 : 0);

    expect(searchExercises(index, "benhc", uses)[0]?.id).toBe(1);
    expect(searchExercises(index, "bench dip", uses)[0]?.id).toBe(20);
  });

  it("finds nothing for nothing, and for what no name is near", () => {
    expect(searchExercises(INDEX, "  ")).toEqual([]);
    expect(searchExercises(INDEX, "xylophone")).toEqual([]);
  });

  it("puts what is used more often first among equals", () => {
    const found = searchExercises(INDEX, "curl", (one) => (one.id === 9 ? 5 : 0));

    expect(found.map((one) => one.id).slice(0, 2)).toContain(9);
    expect(found[0]?.id).toBe(9);
  });

  it("answers over a whole catalogue within 10 ms", () => {
    const words = "seated,standing,incline,decline,cable,machine,smith,wide,close,grip";
    const moves = "press,row,curl,raise,extension,squat,lunge,fly,pulldown,shrug";
    const kinds = "barbell,dumbbell,kettlebell,landmine,band,plate".split(",");
    const names = words
      .split(",")
      .flatMap((a) =>
        moves.split(",").flatMap((b) => kinds.map((c) => `${a} ${c} ${b}`)),
      );
    const many = searchIndex(
      names.slice(0, 461).map((name, id) =>
        exercise(
          id,
          name,
          [1, 2, 3, 4, 5].map((n) => `${name} variant${String(n)}`),
        ),
      ),
    );
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now();
      searchExercises(many, "inclne dumbel pres");
      return performance.now() - start;
    }).sort((a, b) => a - b);

    expect(times[7]).toBeLessThan(10);
  });
});

describe("slips between a query and the beginning of a word", () => {
  it.each([
    ["bench", "bench", 0],
    ["ben", "bench", 0],
    ["bnech", "bench", 1],
    ["bech", "bench", 1],
    ["bxnxh", "bench", 2],
    ["squat", "press", 3],
  ])("%s to %s are %i", (query, word, slips) => {
    expect(slipsToPrefix(query, word, 2)).toBe(slips);
  });
});

describe("searching in another language", () => {
  const names = { 1: "Bankdrücken", 7: "Latzug" };
  const own = { ...exercise(-1, "Bench à la Mia"), isSystem: false };
  const german = [...CATALOGUE, own].map((one) =>
    calledIn({ ...names, [own.id]: "?" }, one),
  );
  const index = searchIndex(german);

  it.each([
    ["bankdruck", "Bankdrücken"],
    ["barbell bench press", "Bankdrücken"],
    ["latzug", "Latzug"],
    ["lat pulldown", "Latzug"],
    ["leg curl", "Leg Curl"],
  ])("finds by %j what is called %j there", (typed, name) => {
    expect(searchExercises(index, typed)[0]?.name).toBe(name);
  });

  it("leaves the names that a lifter gave", () => {
    expect(searchExercises(index, "mia")[0]?.name).toBe("Bench à la Mia");
  });
});
