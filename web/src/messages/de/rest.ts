import type { Catalogue } from "../catalogue.ts";

export const rest: Catalogue = {};
