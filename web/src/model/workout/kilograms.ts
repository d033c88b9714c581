export const KG_PER_LB = 0.45359237;

/** Return a weight of some unit in kilograms. */
export function kgOf(weight: number, unit: string): number {
  return unit === "lb" ? weight * KG_PER_LB : weight;
}
