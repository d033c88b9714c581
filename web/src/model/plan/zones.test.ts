import { expect, it } from "vitest";
import { zones } from "./zones.ts";

it("lists the zone that is set, also one that the browser does not know", () => {
  expect(zones("Mars/Olympus")).toContain("Mars/Olympus");
  expect(zones("Europe/Berlin").filter((one) => one === "Europe/Berlin")).toHaveLength(
    1,
  );
});
