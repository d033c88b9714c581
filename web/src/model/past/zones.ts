/** Clock times in the lifter's time zone, which need not be that of the device. */

/** Return the clock time of a moment in a zone, as "2026-03-02T18:30". */
export function clockIn(zone: string, moment: string): string {
  return clockAt(zone, Date.parse(moment)).slice(0, 16);
}

/** Return the day that a moment falls on in a zone, as "2026-03-02". */
export function dayIn(zone: string, moment: string): string {
  return remembered(days, zone, DAY).format(Date.parse(moment));
}

/**
 * Return the moment at which a clock in a zone shows a time, as UTC.
 *
 * A time that summer time leaves out is an hour later; of one that comes twice it is the
 * first. Returns null for what is no time.
 */
export function momentIn(zone: string, clock: string): string | null {
  const wanted = Date.parse(`${clock}Z`);
  if (Number.isNaN(wanted)) return null;
  const offsets = [-86_400_000, 86_400_000].map((away) => {
    const near = wanted + away;
    return Date.parse(`${clockAt(zone, near)}Z`) - near;
  });
  const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  const exact = candidates.find((at) => Date.parse(`${clockAt(zone, at)}Z`) === wanted);
  return new Date(exact ?? candidates[1] ?? wanted).toISOString();
}

function clockAt(zone: string, ms: number): string {
  const format = remembered(clocks, zone, CLOCK);
  const parts = new Map(format.formatToParts(ms).map((one) => [one.type, one.value]));
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "00";
  const day = `${get("year").padStart(4, "0")}-${get("month")}-${get("day")}`;
  return `${day}T${get("hour")}:${get("minute")}:${get("second")}`;
}

/** Making a format costs a hundred times what using it does. */
type Formats = Map<string, Intl.DateTimeFormat>;

const days: Formats = new Map();
const clocks: Formats = new Map();
const DAY = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
const CLOCK = {
  ...DAY,
  hourCycle: "h23",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
} as const;

function remembered(
  formats: Formats,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  let found = formats.get(zone);
  if (!found) {
    // Canadian English writes days as ISO 8601 does.
    found = new Intl.DateTimeFormat("en-CA", { ...options, timeZone: zone });
    formats.set(zone, found);
  }
  return found;
}
