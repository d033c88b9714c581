import { type CountedSet, countedSets } from "../model/past/counting.ts";
import type { Range } from "../model/past/ranges.ts";
import { rows } from "./rows.svelte.ts";

/** What this device can reckon of the past by itself, from the workouts in memory. */
class DevicePast {
  /** Reckoned when it is looked at, and again when something was logged. */
  readonly counted: readonly CountedSet[] = $derived(
    countedSets(
      rows.logs.values(),
      rows.exercises,
      rows.preferences?.bodyWeightKg ?? null,
    ),
  );

  /** Return how many workouts of some days are in memory. */
  workoutsIn({ from, to }: Range): number {
    const logs = this.counted.filter(
      ({ log }) => log.localDate >= from && log.localDate <= to,
    );
    return new Set(logs.map((one) => one.log.id)).size;
  }
}

export const devicePast = new DevicePast();
