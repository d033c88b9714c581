import type { Catalogue } from "../catalogue.ts";
import { words } from "./words.ts";
import { workout } from "./workout.ts";
import { blocks } from "./blocks.ts";
import { newblock } from "./newblock.ts";
import { exercises } from "./exercises.ts";
import { generator } from "./generator.ts";
import { languageModel } from "./languageModel.ts";
import { program } from "./program.ts";
import { gyms } from "./gyms.ts";
import { history } from "./history.ts";
import { analytics } from "./analytics.ts";
import { security } from "./security.ts";
import { settings } from "./settings.ts";
import { imports } from "./imports.ts";
import { findings } from "./findings.ts";
import { outbox } from "./outbox.ts";
import { welcome } from "./welcome.ts";
import { decisions } from "./decisions.ts";
import { templates } from "./templates.ts";
import { instance } from "./instance.ts";
import { recovery } from "./recovery.ts";
import { review } from "./review.ts";
import { takeout } from "./takeout.ts";

/** Portuguese: what all other screens say. */
export const rest: Catalogue = {
  ...words,
  ...workout,
  ...blocks,
  ...newblock,
  ...exercises,
  ...gyms,
  ...history,
  ...analytics,
  ...security,
  ...settings,
  ...imports,
  ...findings,
  ...outbox,
  ...welcome,
  ...decisions,
  ...templates,
  ...instance,
  ...takeout,
  ...review,
  ...recovery,
  ...languageModel,
  ...generator,
  ...program,
};
