import { expect, test } from "vitest";
import { type ProgramBlock, nextPlanned, stretchesOf } from "./program.ts";

function block(
  orderIndex: number,
  startDate: string,
  endDate: string,
  status = "planned",
): ProgramBlock {
  return {
    id: `b${String(orderIndex)}`,
    name: `Block ${String(orderIndex)}`,
    orderIndex,
    status,
    durationWeeks: 4,
    startDate,
    endDate,
    emphasis: {},
    microcycles: [
      { startDate, endDate: "2026-03-08", isDeload: false },
      { startDate: "2026-03-09", endDate, isDeload: true },
    ],
  };
}

test("blocks come in their order, with the weeks without a plan between them", () => {
  const found = stretchesOf(
    [
      block(2, "2026-04-13", "2026-05-10"),
      block(1, "2026-03-02", "2026-03-29", "completed"),
    ],
    "2026-04-01",
  );

  expect(found.map((one) => one.kind)).toEqual(["block", "pause", "block"]);
  const pause = found[1];
  expect(pause).toMatchObject({ from: "2026-03-30", to: "2026-04-12" });
  expect(pause?.weeks.map((week) => week.isNow)).toEqual([true, false]);
});

test("blocks that follow each other have nothing between them", () => {
  const found = stretchesOf(
    [block(1, "2026-03-02", "2026-03-29"), block(2, "2026-03-30", "2026-04-26")],
    "2026-03-05",
  );

  expect(found.map((one) => one.kind)).toEqual(["block", "block"]);
  expect(found[0]?.weeks.map((week) => [week.isNow, week.isDeload])).toEqual([
    [true, false],
    [false, true],
  ]);
});

test("a block that was begun later than planned takes no week away", () => {
  const found = stretchesOf(
    [block(1, "2026-03-02", "2026-04-05"), block(2, "2026-03-30", "2026-04-26")],
    "2026-03-05",
  );

  expect(found).toHaveLength(2);
});

test("the next block is the first that has not begun", () => {
  const done = block(1, "2026-03-02", "2026-03-29", "completed");
  const next = block(2, "2026-03-30", "2026-04-26");

  expect(nextPlanned([next, done])?.id).toBe("b2");
  expect(nextPlanned([done])).toBeNull();
});
