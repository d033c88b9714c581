import { speech } from "../../messages/index.svelte.ts";

/** Wait for a part of the screen that comes later, and for the words that it says. */
export async function withWords<T>(part: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([part, speech.whole()]);
  return loaded;
}
