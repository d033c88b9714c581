import { t } from "../../messages/index.svelte.ts";
import type { ProgramBlock } from "../../model/plan/program.ts";
import { fieldWords } from "../../state/fieldWords.ts";

const GOALS = ["hypertrophy", "strength", "recomposition", "maintenance"] as const;

/** Return the muscles that a block emphasises, in words. */
export function emphasised({ emphasis }: ProgramBlock): readonly string[] {
  return Object.entries(emphasis)
    .filter(([, word]) => word === "emphasize")
    .map(([muscle]) => fieldWords.muscle(muscle));
}

export function goalText(goal: string): string {
  const known = GOALS.find((one) => one === goal);
  return known ? t(`generator.goal.${known}`) : goal;
}

/** Return how far a block is, in words. */
export function statusText({ status }: ProgramBlock): string {
  if (status === "planned") return t("program.planned");
  return status === "active" ? t("blocks.running") : t("blocks.finished");
}

/** Return how far a whole program is, in words. */
export function programStatusText(status: string): string {
  if (status === "planned") return t("program.planned");
  if (status === "left") return t("program.left");
  return status === "running" ? t("blocks.running") : t("blocks.finished");
}
