import { app } from "./app.svelte.ts";
import { rows } from "./rows.svelte.ts";

const LOOK_EVERY_MS = 50;
const LOOKS = 200;

/**
 * Wait until the exercises are on the device, which takes a moment the first time.
 *
 * Returns whether they are; without a network, or after ten seconds without them, they
 * will not be soon.
 */
export async function catalogueHere(): Promise<boolean> {
  // Whoever asks again may have a network again, and with an exchange they are asked for.
  if (rows.exercises.size === 0) await app.syncNow();
  for (let look = 0; look < LOOKS && isComing(); look += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return rows.exercises.size > 0;
}

function isComing(): boolean {
  return rows.exercises.size === 0 && app.sync.state !== "offline";
}
