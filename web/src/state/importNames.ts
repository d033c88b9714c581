import type { FileReview, NameShape } from "../api/client.ts";

/** A name of a file that was never imported before, and the app that it is from. */
export interface Line {
  readonly app: string;
  readonly label: string;
  readonly name: NameShape;
}

/** Whether its sets would lie under an exercise of the lifter's own. */
export function isUnsure(name: NameShape): boolean {
  return name.outcome === "asked" || name.outcome === "custom";
}

/** Every new name of all files, once; those in doubt first. */
export function linesOf(reviews: readonly FileReview[]): Line[] {
  const found = new Map<string, Line>();
  for (const { report } of reviews)
    for (const name of report?.names ?? [])
      if (name.isNew && report)
        found.set(`${report.app}/${name.rawName}`, {
          app: report.app,
          label: report.label,
          name,
        });
  return [...found.values()].sort(
    (a, b) =>
      Number(isUnsure(b.name)) - Number(isUnsure(a.name)) || b.name.sets - a.name.sets,
  );
}
