import { named } from "../messages/index.svelte.ts";

/** The words of the field in the lifter's language; no part of the first screen. */
export const fieldWords = {
  muscle: (muscle: string) => named(`muscle.${muscle}`, muscle),
  group: (group: string) => named(`group.${group}`, group),
  equipment: (equipment: string) => named(`equipment.${equipment}`, equipment),
} as const;
