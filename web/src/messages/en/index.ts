import { common } from "./common.ts";
import { words } from "./words.ts";
import { today } from "./today.ts";
import { workout } from "./workout.ts";
import { blocks } from "./blocks.ts";
import { newblock } from "./newblock.ts";
import { exercises } from "./exercises.ts";
import { history } from "./history.ts";
import { analytics } from "./analytics.ts";
import { settings } from "./settings.ts";
import { outbox } from "./outbox.ts";
import { welcome } from "./welcome.ts";
import { decisions } from "./decisions.ts";

/** English, the catalogue that the others are measured by. */
export const en = {
  ...common,
  ...words,
  ...today,
  ...workout,
  ...blocks,
  ...newblock,
  ...exercises,
  ...history,
  ...analytics,
  ...settings,
  ...outbox,
  ...welcome,
  ...decisions,
} as const;
