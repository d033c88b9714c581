import { describe, expect, it } from "vitest";
import { clockIn, dayIn, momentIn } from "./zones.ts";

describe("a clock in another zone", () => {
  it.each([
    ["Europe/Berlin", "2026-03-02T18:30", "2026-03-02T17:30:00.000Z"],
    ["Europe/Berlin", "2026-07-02T18:30", "2026-07-02T16:30:00.000Z"],
    ["America/New_York", "2026-03-02T00:15", "2026-03-02T05:15:00.000Z"],
    ["Asia/Kathmandu", "2026-03-02T00:00", "2026-03-01T18:15:00.000Z"],
    ["UTC", "2026-12-31T23:59", "2026-12-31T23:59:00.000Z"],
    ["Pacific/Kiritimati", "2026-01-01T01:00", "2025-12-31T11:00:00.000Z"],
  ])("%s shows %s at %s", (zone, clock, moment) => {
    expect(momentIn(zone, clock)).toBe(moment);
    expect(clockIn(zone, moment)).toBe(clock);
  });

  it("knows an hour that is left out, and one that comes twice", () => {
    expect(momentIn("Europe/Berlin", "2026-03-29T02:30")).toBe(
      "2026-03-29T01:30:00.000Z",
    );
    expect(momentIn("Europe/Berlin", "2026-10-25T02:30")).toBe(
      "2026-10-25T00:30:00.000Z",
    );
  });

  it("shows no moment for what is no time", () => {
    expect(momentIn("UTC", "2026-13-40T99:00")).toBeNull();
    expect(momentIn("UTC", "")).toBeNull();
  });
});

it("falls on the day that it is in the zone, whatever the device says", () => {
  expect(dayIn("Pacific/Auckland", "2026-03-02T11:30:00Z")).toBe("2026-03-03");
  expect(dayIn("America/Los_Angeles", "2026-03-02T07:30:00Z")).toBe("2026-03-01");
});
