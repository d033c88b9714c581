import { named, t } from "../../messages/index.svelte.ts";

const A = "A".charCodeAt(0);

/** Return how a day of a kind is called, with a letter where there are several. */
export function dayName(word: string, nth: number, count: number): string {
  const kind = named(`generator.kind.${word}`, word);
  const letter = String.fromCharCode(A + nth - 1);
  return count === 1 ? kind : t("generator.kindNth", { kind, letter });
}
