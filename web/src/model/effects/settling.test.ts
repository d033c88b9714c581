import { describe, expect, it } from "vitest";
import type { Mutation, MutationName } from "../mutations.ts";
import { applyTo } from "../effects.ts";
import { Bag } from "./bag.ts";
import { FIRST_PREFERENCES } from "./settling.ts";

function after(...steps: readonly (readonly [MutationName, object])[]) {
  const bag = new Bag();
  for (const [name, args] of steps) {
    const mutation = { id: "m", name, args, madeAt: "2026-03-02T08:00:00Z" };
    applyTo(bag, mutation as unknown as Mutation);
  }
  return bag.get("preferences", "preferences");
}

const GARAGE = { id: "g", name: "Garage", equipment: {} };
const HOTEL = { id: "h", name: "Hotel", equipment: {} };

describe("gyms without a network", () => {
  it("are made, renamed and chosen for a day", () => {
    const found = after(
      ["saveGym", GARAGE],
      ["saveGym", HOTEL],
      ["chooseGym", { workoutId: "friday", gymId: "g" }],
      ["chooseGym", { workoutId: "friday", gymId: "h" }],
      ["saveGym", { ...HOTEL, name: "Resort" }],
    );

    expect(found?.gyms).toEqual([
      { ...GARAGE, workoutIds: [] },
      { ...HOTEL, name: "Resort", workoutIds: ["friday"] },
    ]);
  });

  it("leave the usual equipment behind when they go", () => {
    const found = after(
      ["saveGym", GARAGE],
      ["savePreferences", { gymId: "g" }],
      ["deleteGym", { id: "g" }],
    );

    expect(found).toEqual(FIRST_PREFERENCES);
  });
});
