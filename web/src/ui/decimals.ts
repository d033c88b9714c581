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
