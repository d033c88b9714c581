import { describe, expect, it, test } from "vitest";
import { type Answers, type Template, bestOf, candidates, lacking } from "./choose.ts";
import type { Lift } from "./lift.ts";
import { fits, replacementsFor, standIns } from "./replace.ts";

const lift = (
  id: number,
  equipment: string,
  muscles: Record<string, number>,
  more: Partial<Lift> = {},
): Lift => ({
  id,
  name: `exercise ${id}`,
  equipment,
  movementPattern: "horizontal_press",
  isCompound: true,
  isRetired: false,
  muscles,
  ...more,
});
const press = { chest: 1, triceps: 0.5 };
const lifts = new Map(
  [
    lift(1, "barbell", press),
    lift(2, "dumbbell", press),
    lift(3, "dumbbell", { chest: 1 }, { movementPattern: "fly", isCompound: false }),
    lift(4, "bodyweight", press),
    lift(5, "stack", { lats: 1 }, { movementPattern: "pulldown" }),
    lift(6, "dumbbell", press, { isRetired: true }),
  ].map((one) => [one.id, one]),
);

const template = (
  name: string,
  daysPerWeek: number,
  tags: readonly string[],
  exerciseIds: readonly number[] = [1],
): Template => ({
  id: name,
  name,
  description: null,
  tags,
  daysPerWeek,
  durationWeeks: 5,
  emphasis: {},
  workouts: [
    {
      name: "A",
      weekday: 0,
      exercises: exerciseIds.map((exerciseId) => ({
        exerciseId,
        sets: 3,
        repMin: 8,
        repMax: 12,
        superset: null,
        notes: null,
      })),
    },
  ],
});
const templates = [
  template("Arms 4x", 4, ["intermediate", "specialisation"]),
  template("Bodyweight 3x", 3, ["intermediate", "home", "bodyweight"], [4]),
  template("Full Body 2x", 2, ["beginner"], [2, 5]),
  template("Full Body 3x", 3, ["beginner"], [1, 5]),
  template("Full Body 4x", 4, ["intermediate"], [1, 5]),
  template("Home Dumbbells 3x", 3, ["beginner", "home", "dumbbells"], [2, 3]),
  template("PPL 3x", 3, ["intermediate"], [1, 5]),
  template("PPL 6x", 6, ["intermediate", "advanced"], [1, 5]),
];
const answers: Answers = {
  experience: "intermediate",
  days: 3,
  minutes: 60,
  place: "gym",
};

test.each<[Partial<Answers>, string]>([
  [{}, "PPL 3x"],
  [{ experience: "beginner" }, "Full Body 3x"],
  [{ days: 2 }, "Full Body 2x"],
  [{ days: 4 }, "Full Body 4x"],
  [{ days: 6 }, "PPL 6x"],
  [{ place: "dumbbells" }, "Home Dumbbells 3x"],
  [{ place: "dumbbells", days: 4 }, "Home Dumbbells 3x"],
  [{ place: "bodyweight" }, "Bodyweight 3x"],
  [{ place: "bodyweight", experience: "beginner" }, "Bodyweight 3x"],
])("%o gets %s", (given, name) => {
  const wanted = { ...answers, ...given };

  expect(bestOf(candidates(templates, wanted), wanted, lifts)?.name).toBe(name);
});

describe("what a place lacks", () => {
  it("is a share of the template's exercises", () => {
    const plan = template("mixed", 3, [], [1, 2]);

    expect(lacking(plan, { ...answers, place: "dumbbells" }, lifts)).toBe(0.5);
    expect(lacking(plan, answers, lifts)).toBe(0);
  });

  it("gets the exercise that is most alike, and each only once", () => {
    const found = replacementsFor([1, 5, 1], lifts, "dumbbells");

    expect([...found]).toEqual([
      [1, 2],
      [5, null],
    ]);
  });

  it("is never filled with what the plan has already or what is retired", () => {
    const bench = lifts.get(1) as Lift;
    const taken = new Set([2]);

    const names = standIns(bench, lifts, { place: "dumbbells", taken });

    expect(names.map((one) => one.id)).toEqual([4, 3]);
  });

  it("is nothing in a gym", () => {
    expect([...lifts.values()].every((one) => fits(one, "gym"))).toBe(true);
  });
});
