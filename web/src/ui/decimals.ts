/** Return the mark between whole and part of a number in a language: "," or ".". */
export function decimalMark(language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(0.5);
  return parts.find((part) => part.type === "decimal")?.value ?? ".";
}

/** Return a number as it is typed in a language: no groups, no trailing zeros. */
export function typed(
  value: number | null,
  language: string,
  decimals: number,
): string {
  if (value === null) return "";
  const rounded = Number(value.toFixed(decimals));
  return String(rounded).replace(".", decimalMark(language));
}

/** Return the number that was typed, null where there is none yet. */
export function numberTyped(text: string): number | null {
  const plain = text.replace(",", ".");
  return plain === "" || plain === "." ? null : Number(plain);
}

interface Form {
  readonly mark: string;
  /** The most digits before and after the mark. */
  readonly digits: number;
  readonly decimals: number;
}

/** Return what stands there after a digit or the mark was typed; the same if it may not. */
export function afterKey(before: string, key: string, form: Form): string {
  const [whole = "", part] = before.split(form.mark);
  if (key === form.mark) {
    const isTaken = form.decimals > 0 && part === undefined;
    return isTaken ? (before || "0") + form.mark : before;
  }
  if (part !== undefined) return part.length < form.decimals ? before + key : before;
  if (whole === "0") return key;
  return whole.length < form.digits ? before + key : before;
}
