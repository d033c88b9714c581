import type { Catalogue } from "../catalogue.ts";
import { common } from "./common.ts";
import { today } from "./today.ts";
import { gym } from "./gym.ts";

/** Portuguese: what the frame and the screens of the gym say. */
export const pt: Catalogue = {
  ...common,
  ...today,
  ...gym,
};
