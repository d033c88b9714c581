import { describe, expect, it } from "vitest";
import { thinned } from "./thinning.ts";

const wave = Array.from({ length: 3650 }, (_, x) => ({
  x,
  y: x === 1234 ? 999 : x === 2000 ? -999 : Math.sin(x / 20),
}));

describe("a line with fewer points", () => {
  const few = thinned(wave, 240);

  it("has no more than asked for, in their order", () => {
    expect(few.length).toBeLessThanOrEqual(240);
    expect(few.map((one) => one.x)).toEqual(
      few.map((one) => one.x).sort((a, b) => a - b),
    );
  });

  it("keeps its ends, its peak and its lowest point", () => {
    expect(few[0]).toBe(wave[0]);
    expect(few.at(-1)).toBe(wave.at(-1));
    expect(few.map((one) => one.y)).toContain(999);
    expect(few.map((one) => one.y)).toContain(-999);
  });

  it("stays as it is when it is short", () => {
    expect(thinned(wave.slice(0, 100), 240)).toHaveLength(100);
  });

  it("leaves out what is not known", () => {
    const gaps = wave.map((one) => ({ ...one, y: one.x % 2 ? one.y : null }));

    expect(
      thinned(gaps, 50)
        .slice(1, -1)
        .every((one) => one.y !== null),
    ).toBe(true);
  });
});
