import type { EmphasisByMuscle, EmphasisWord } from "../../model/plan/start.ts";
import type { Mesocycle } from "../../model/rows.ts";
import type { SessionState } from "../../model/plan/grid.ts";
import type { IconName } from "../../ui/icons.ts";

const ICONS: Readonly<Record<SessionState, IconName>> = {
  done: "check",
  running: "play",
  skipped: "skip",
  missed: "warning",
  today: "today",
  planned: "calendar",
};

export function iconOf(state: SessionState): IconName {
  return ICONS[state];
}

/** Return what a block emphasises, as it is sent. */
export function emphasisOf(block: Mesocycle): EmphasisByMuscle {
  return Object.fromEntries(
    block.emphasis.map((one) => [one.muscle, one.emphasis as EmphasisWord]),
  );
}
