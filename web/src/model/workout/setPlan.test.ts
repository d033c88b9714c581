import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { WeightUnit } from "../rows.ts";
import type { Gym, Loadable } from "./loads.ts";
import { asEntered, loadsOf, stepFrom } from "./loads.ts";
import { setPlanOf, warmUpSets, workingSets } from "./setPlan.ts";

interface Case {
  readonly exercise: Loadable;
  readonly gym: Gym;
  readonly weight: number;
  readonly weightUnit: WeightUnit;
  readonly reps: number;
  readonly sets: number;
  readonly repMin: number;
  readonly isEasy: boolean;
  /** The lifter's own warm-ups. */
  readonly percentages?: readonly number[];
  readonly unit: WeightUnit;
  readonly warmUps: readonly (readonly [number, number])[];
  readonly working: readonly (readonly [number, number])[];
}

// tests/engine/test_set_plan_cases.py holds the engine against the same file.
const file = new URL("./setPlan.cases.jsonl", import.meta.url);
const cases = readFileSync(file, "utf-8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);
const barbell = { equipment: "barbell", loadKind: "external", bodyWeightFactor: 0 };
const gym: Gym = { unit: "kg", bodyWeightKg: null, equipment: {} };

describe("the sets of an exercise", () => {
  it("are those that the engine plans", () => {
    for (const one of cases) {
      const loads = loadsOf(one.exercise, one.gym);
      const entered = asEntered(one.weight, one.weightUnit, loads);
      const first = { entered, reps: one.reps };
      const repMin = Math.min(one.repMin, one.reps);

      const found = {
        unit: loads.unit,
        warmUps: warmUpSets(first, loads, one.percentages).map(pair),
        working: workingSets(first, { ...one, repMin, loads }).map(pair),
      };

      const { unit, warmUps, working } = one;
      expect(found, JSON.stringify(one)).toEqual({ unit, warmUps, working });
    }
  });

  it("are only counted until they are prescribed", () => {
    const plan = setPlanOf(
      {
        targetSets: null,
        projectedSets: 3,
        targetReps: null,
        targetRepsMin: 8,
        targetWeight: null,
        weightUnit: "kg",
      },
      loadsOf(barbell, gym),
      { isCold: true, isEasy: false },
    );

    expect(plan.warmUps).toEqual([]);
    expect(plan.sets).toEqual(Array(3).fill({ weight: null, unit: "kg", reps: null }));
  });

  it("have reps but no load where a first set has to find it", () => {
    const plan = setPlanOf(
      {
        targetSets: 2,
        projectedSets: 2,
        targetReps: 10,
        targetRepsMin: 8,
        targetWeight: null,
        weightUnit: "lb",
      },
      loadsOf(barbell, gym),
      { isCold: true, isEasy: false },
    );

    expect(plan.sets).toEqual(Array(2).fill({ weight: null, unit: "lb", reps: 10 }));
  });
});

describe("a step of the load", () => {
  it.each([
    ["up by what the plates allow", 82.5, 1, 85],
    ["down from between two loads", 83, -1, 82.5],
    ["never below the empty bar", 20, -1, 20],
    ["never above the last plate", 327.5, 1, 327.5],
  ] as const)("goes %s", (_, from, direction, to) => {
    expect(stepFrom(from, loadsOf(barbell, gym), direction)).toBe(to);
  });
});

function pair({ entered, reps }: { entered: number; reps: number }) {
  return [Math.round(entered * 100) / 100, reps];
}
