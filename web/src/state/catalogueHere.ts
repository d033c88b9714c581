import { rows } from "./rows.svelte.ts";

const LOOK_EVERY_MS = 50;
const LOOKS = 200;

/**
 * Wait until the exercises are on the device, which takes a moment the first time.
 *
 * Returns whether they are; after ten seconds without them they will not be soon.
 */
export async function catalogueHere(): Promise<boolean> {
  for (let look = 0; look < LOOKS && rows.exercises.size === 0; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return rows.exercises.size > 0;
}
