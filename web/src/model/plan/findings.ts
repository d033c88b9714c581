/** What the volume rules find in a plan, and what they advise after a break. */

export interface Finding {
  /** `error` breaks a limit, `warning` is worth a second look. */
  readonly severity: string;
  readonly code: string;
  /** A workout, an exercise or a muscle. */
  readonly place: string;
  readonly because: string;
  /** What to do about it; an older server does not say it. */
  readonly repair?: string;
}

export type GapKind = "repeat" | "restart" | "new_block";

export interface GapAdvice {
  readonly kind: GapKind;
  readonly days: number;
  readonly because: string;
}

/** Return the findings with those that break a limit first. */
export function byWeight(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => Number(isError(b)) - Number(isError(a)));
}

export function isError(finding: Finding): boolean {
  return finding.severity === "error";
}

/** Return the advice if it asks for something that this app knows. */
export function adviceOf(
  advice: {
    readonly kind: string;
    readonly days: number;
    readonly because: string;
  } | null,
): GapAdvice | null {
  const kind = advice?.kind;
  if (!advice || (kind !== "repeat" && kind !== "restart" && kind !== "new_block")) {
    return null;
  }
  return { kind, days: advice.days, because: advice.because };
}
