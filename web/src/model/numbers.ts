/** Numbers as people type them, with the marks of their language or of another. */

export type Reason = "empty" | "notANumber" | "tooSmall" | "tooLarge" | "tooFine";

export type Parsed =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly reason: Reason };

export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  /** The most places after the decimal mark; 0 takes whole numbers only. */
  readonly decimals?: number;
}

/** What separates thousands besides the language's own mark. */
const SPACE = /[\s'’]/u;
const DIGITS = /^[+-]?(?:\d+\.?\d*|\.\d+)$/u;

/**
 * Return the number that a text means in a language, or why it is none.
 *
 * Both "82,5" and "82.5" are understood everywhere. Only the language's own mark of
 * thousands, followed by exactly three digits, is taken for one: "1.234" is 1234 in
 * German and 1.234 in English.
 */
export function parseNumber(
  text: string,
  language: string,
  bounds: Bounds = {},
): Parsed {
  const trimmed = text.normalize("NFKC").trim();
  if (trimmed === "") return { ok: false, reason: "empty" };
  const plain = withPoint(trimmed.replace("−", "-"), groupMark(language));
  if (plain === null || !DIGITS.test(plain)) return { ok: false, reason: "notANumber" };
  return within(plain, bounds);
}

function groupMark(language: string): string {
  return partOf(language, "group") ?? ",";
}

/** Return a typed number without marks of thousands and with a point, null if mixed up. */
function withPoint(text: string, group: string): string | null {
  if (SPACE.test(text)) {
    const joined = text.split(SPACE).join("");
    return isGrouped(text, SPACE) ? withPoint(joined, group) : null;
  }
  const marks = text.match(/[.,]/gu) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return text;
  const kinds = new Set(marks).size;
  if (kinds === 2) {
    const other = last === "," ? "." : ",";
    const [whole = "", part = ""] = splitAt(text, text.lastIndexOf(last));
    if (part.includes(other) || whole.includes(last)) return null;
    return isGrouped(whole, other) ? `${whole.replaceAll(other, "")}.${part}` : null;
  }
  const isThousands = marks.length > 1 || (last === group && isGrouped(text, last));
  if (!isThousands) return text.replace(last, ".");
  return isGrouped(text, last) ? text.replaceAll(last, "") : null;
}

/** Tell whether marks stand where they part thousands: 1 to 3 digits, then threes. */
function isGrouped(text: string, mark: string | RegExp): boolean {
  const [first = "", ...rest] = text.replace(/^[+-]/u, "").split(mark);
  const whole = rest.map((one, at) =>
    at === rest.length - 1 ? one.split(/[.,]/u)[0] : one,
  );
  return (
    /^[1-9]\d{0,2}$/u.test(first) && whole.every((one) => /^\d{3}$/u.test(one ?? ""))
  );
}

function within(plain: string, { min, max, decimals }: Bounds): Parsed {
  const value = Number(plain);
  const places = plain.split(".")[1]?.replace(/0+$/u, "").length ?? 0;
  if (!Number.isFinite(value)) return { ok: false, reason: "tooLarge" };
  if (min !== undefined && value < min) return { ok: false, reason: "tooSmall" };
  if (max !== undefined && value > max) return { ok: false, reason: "tooLarge" };
  if (decimals !== undefined && places > decimals)
    return { ok: false, reason: "tooFine" };
  return { ok: true, value };
}

function splitAt(text: string, at: number): readonly [string, string] {
  return [text.slice(0, at), text.slice(at + 1)];
}

function partOf(language: string, type: "decimal" | "group"): string | undefined {
  const parts = new Intl.NumberFormat(language).formatToParts(1_234_567.5);
  return parts.find((part) => part.type === type)?.value;
}
