import type { Catalogue } from "../catalogue.ts";
import { common } from "./common.ts";
import { today } from "./today.ts";
import { gym } from "./gym.ts";

/** Spanish: what the frame and the screens of the gym say. */
export const es: Catalogue = {
  ...common,
  ...today,
  ...gym,
};
