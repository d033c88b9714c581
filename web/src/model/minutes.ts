/** Return a minute of the day as a clock shows it: "18:30", "6:30 PM". */
export function minuteText(minute: number, language: string): string {
  const text = new Intl.DateTimeFormat(language, {
    timeStyle: "short",
    timeZone: "UTC",
  });
  return text.format(new Date(minute * 60_000));
}
