import { speech, t } from "../messages/index.svelte.ts";
import { formatNumber } from "../model/format.ts";
import { rows } from "./rows.svelte.ts";

interface Block {
  readonly name: string;
  /** Its place in a program; null outside of one. */
  readonly orderIndex: number | null;
}

/** Return how a block is called; what the planner named is said in the lifter's words. */
export function blockName({ name, orderIndex }: Block): string {
  const isOurs = orderIndex !== null && name === `Block ${String(orderIndex)}`;
  if (!isOurs) return name;
  return t("program.blockNth", { number: formatNumber(orderIndex, speech.locale) });
}

/** Return how a block is called of which only the id and the stored name are known. */
export function blockNameOf(id: string, name: string): string {
  return blockName({ name, orderIndex: rows.mesocycles.get(id)?.orderIndex ?? null });
}

/** Return the name to store of a block whose shown name may have been typed over. */
export function nameToKeep(block: Block, typed: string): string {
  return typed === blockName(block) ? block.name : typed;
}
