import { describe, expect, it } from "vitest";
import { aLift, aLog, aSet } from "./making.ts";
import { byUse, passes, usesById } from "./picking.ts";

describe("which exercises are offered", () => {
  it.each([
    ["nothing asked", {}, {}, true],
    ["a retired one", { isRetired: true }, {}, false],
    [
      "a retired one among one's own",
      { isRetired: true, isSystem: false },
      { own: true },
      true,
    ],
    ["one of the catalogue among one's own", {}, { own: true }, false],
    ["a muscle that it helps", {}, { muscle: "triceps" }, true],
    ["a muscle that it does not train", {}, { muscle: "quads" }, false],
    ["other equipment", {}, { equipment: "cable" }, false],
  ])("%s", (_, some, filters, isOffered) => {
    expect(passes(aLift(1, some), filters)).toBe(isOffered);
  });

  it("puts direct ones first, then those used most, then by name", () => {
    const logs = [
      aLog("2026-03-02", [aSet({ exerciseId: 3 }), aSet({ exerciseId: 3 })]),
    ];
    const uses = usesById(logs);
    const lifts = [
      aLift(1, { name: "B" }),
      aLift(2, { name: "A", muscles: { chest: 0.5 } }),
      aLift(3, { name: "C" }),
      aLift(4, { name: "A" }),
    ];

    const order = lifts.sort(byUse("chest", (one) => uses.get(one.id) ?? 0));

    expect(order.map((one) => one.id)).toEqual([3, 4, 1, 2]);
  });
});
