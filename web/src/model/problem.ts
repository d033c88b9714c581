/** What a server's refusal says, in one or two sentences. */

export interface Refusal {
  readonly title: string;
  readonly detail?: string;
  readonly field?: string;
  readonly rule?: string;
  readonly remedy?: string;
}

/** Return why a job failed, as far as it says so. */
export function refusalOfJob(job: {
  readonly outcome?: Readonly<Record<string, unknown>> | null;
}): Refusal | null {
  const { rule, field, remedy } = job.outcome ?? {};
  if (typeof rule !== "string") return null;
  return {
    title: rule,
    rule,
    ...(typeof field === "string" && { field }),
    ...(typeof remedy === "string" && { remedy }),
  };
}

/** Return why something was refused and what to do, as sentences. */
export function refusalToText(refusal: Refusal): string {
  const why = refusal.rule ?? refusal.detail ?? refusal.title;
  const place = namesPlace(refusal.field) ? `${String(refusal.field)}: ${why}` : why;
  return [place, refusal.remedy ?? ""].filter(Boolean).map(sentence).join(" ");
}

/** A field such as `durationWeeks` means nothing to a lifter; "Push: Squat" does. */
function namesPlace(field: string | undefined): boolean {
  return field !== undefined && /[\s:]/.test(field);
}

function sentence(text: string): string {
  const whole = /[.!?]$/.test(text) ? text : `${text}.`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}
