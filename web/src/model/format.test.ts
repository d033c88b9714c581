import { describe, expect, it } from "vitest";
import * as format from "./format.ts";

/** Intl puts no-break spaces where we do not care which. */
function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f\u2009]/gu, " ");
}

describe("numbers", () => {
  it.each([
    ["en", "1,234.57", "82.5 kg", "135 lb", "64%"],
    ["de", "1.234,57", "82,5 kg", "135 lb", "64 %"],
    ["fr", "1 234,57", "82,5 kg", "135 lb", "64 %"],
    ["es", "1234,57", "82,5 kg", "135 lb", "64 %"],
    ["pt", "1.234,57", "82,5 kg", "135 lb", "64%"],
  ])("are written as in %s", (language, number, kilograms, pounds, percent) => {
    const written = [
      format.formatNumber(1234.567, language),
      format.formatWeight(82.5, "kg", language),
      format.formatWeight(135, "lb", language),
      format.formatPercent(0.64, language),
    ];

    expect(written.map(plain)).toEqual([number, kilograms, pounds, percent]);
  });

  it("have a sign when they are a difference", () => {
    const signed = [2.5, -1, 0].map((one) => format.formatSigned(one, "en"));

    expect(signed).toEqual(["+2.5", "-1", "0"]);
  });
});

it.each([
  [0, "0 sec"],
  [45, "45 sec"],
  [60, "1 min"],
  [3599, "1 hr"],
  [3900, "1 hr 5 min"],
  [7200, "2 hr"],
  [-5, "0 sec"],
])("%d seconds are %s", (seconds, text) => {
  expect(plain(format.formatDuration(seconds, "en"))).toBe(text);
});

describe("days", () => {
  it("are the same day in every zone", () => {
    expect(format.formatDay("2026-01-01", "en", "long")).toBe("January 1, 2026");
    expect(format.formatDay("2026-01-01", "de", "weekday")).toBe("Do., 1. Jan.");
  });

  it("join into a range", () => {
    expect(plain(format.formatDays("2026-03-02", "2026-03-08", "en"))).toBe(
      "Mar 2 – 8",
    );
  });

  it.each([
    ["2026-03-03", "today"],
    ["2026-03-02", "yesterday"],
    ["2026-03-06", "in 3 days"],
    ["2026-02-10", "3 weeks ago"],
    ["2025-11-03", "4 months ago"],
    ["2020-03-03", "6 years ago"],
  ])("%s is %s on 3 March", (day, text) => {
    expect(format.formatRelativeDay(day, "2026-03-03", "en")).toBe(text);
  });
});

describe("moments", () => {
  it("are told on the clock of a zone", () => {
    const moment = "2026-03-03T23:30:00Z";

    expect(format.formatTime(moment, "de", "Europe/Berlin")).toBe("00:30");
    expect(plain(format.formatMoment(moment, "en", "America/New_York"))).toBe(
      "Mar 3, 2026, 6:30 PM",
    );
  });

  it.each([
    ["2026-03-03T11:59:30Z", "now"],
    ["2026-03-03T11:55:00Z", "5 minutes ago"],
    ["2026-03-03T09:00:00Z", "3 hours ago"],
    ["2026-03-01T09:00:00Z", "2 days ago"],
    ["2026-03-03T12:00:10Z", "now"],
  ])("%s is %s at noon", (moment, text) => {
    const now = new Date("2026-03-03T12:00:00Z");

    expect(format.formatAgo(moment, now, "en")).toBe(text);
  });
});

it("lists texts as the language joins them", () => {
  expect(format.formatList(["Push", "Pull", "Legs"], "de")).toBe("Push, Pull und Legs");
});
