import { common } from "./common.ts";
import { today } from "./today.ts";
import { gym } from "./gym.ts";

/** English: what the frame and the screens of the gym say. */
export const en = {
  ...common,
  ...today,
  ...gym,
} as const;
