/** Return all time zones that the browser knows, with the given one among them. */
export function zones(current: string): readonly string[] {
  const known = "supportedValuesOf" in Intl ? Intl.supportedValuesOf("timeZone") : [];
  return [...new Set([...known, "UTC", current])].sort();
}
