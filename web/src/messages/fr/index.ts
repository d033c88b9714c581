import type { Catalogue } from "../catalogue.ts";
import { common } from "./common.ts";
import { today } from "./today.ts";
import { gym } from "./gym.ts";

/** French: what the frame and the screens of the gym say. */
export const fr: Catalogue = {
  ...common,
  ...today,
  ...gym,
};
