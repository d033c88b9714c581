/** A plan that is not started yet stays on the device. */

import { keepScrap, scrap } from "../local/scraps.ts";
import type { Draft } from "../model/plan/draft.ts";
import type { EmphasisByMuscle, Source } from "../model/plan/start.ts";
import type { Made } from "./madeDraft.ts";
import type { Into } from "./startingBlock.ts";

const SCRAP = "newblock";

/** What is kept of a plan that is not started yet. */
export interface KeptBlock {
  readonly into?: Into | null;
  readonly made?: Made | null;
  readonly source: Source;
  readonly draft: Draft;
  readonly name: string;
  readonly startDate: string;
  readonly weeks: number;
  readonly weekdays: readonly number[];
  readonly emphasis: EmphasisByMuscle;
}

/** Keep a plan in place of the last one; nothing is kept with null. */
export function keepBlock(kept: KeptBlock | null): void {
  keepScrap(SCRAP, kept && JSON.stringify(kept));
}

/** Return the plan that is kept; throws for what cannot be read. */
export function keptBlock(): KeptBlock | null {
  return JSON.parse(scrap(SCRAP) ?? "null") as KeptBlock | null;
}
