import { common } from "./common.ts";
import { words } from "./words.ts";
import { today } from "./today.ts";
import { workout } from "./workout.ts";

/** English: what the frame and the screens of the gym say. */
export const en = {
  ...common,
  ...words,
  ...today,
  ...workout,
} as const;
