import type { WorkoutInstance } from "../model/rows.ts";

/** A workout whose week is looked at: it was skipped, or there is little time. */
export interface AskedWeek {
  readonly instance: WorkoutInstance;
  readonly name: string;
  readonly kind: "missed" | "short";
}

/** What the sheet about moving sets is open for, if it is. */
class WeekOffer {
  asked = $state.raw<AskedWeek | null>(null);

  close(): void {
    this.asked = null;
  }
}

export const weekOffer = new WeekOffer();
