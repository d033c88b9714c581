/** A program as a line of weeks: blocks, their deloads, and weeks without a plan. */

import { daysBetween, daysLater } from "../past/days.ts";

export interface ProgramWeek {
  readonly start: string;
  readonly isDeload: boolean;
  readonly isNow: boolean;
}

export interface ProgramBlock {
  readonly id: string;
  readonly name: string;
  readonly orderIndex: number | null;
  readonly status: string;
  readonly durationWeeks: number;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly emphasis: Readonly<Record<string, string>>;
  readonly microcycles: readonly {
    readonly startDate: string;
    readonly endDate: string;
    readonly isDeload: boolean;
  }[];
}

/** A block, or the weeks without a plan before one. */
export type Stretch =
  | {
      readonly kind: "block";
      readonly block: ProgramBlock;
      readonly weeks: readonly ProgramWeek[];
    }
  | {
      readonly kind: "pause";
      readonly from: string;
      readonly to: string;
      readonly weeks: readonly ProgramWeek[];
    };

const DAYS_OF_WEEK = 7;

/** Return what follows what in a program; weeks that are missing in between are pauses. */
export function stretchesOf(
  blocks: readonly ProgramBlock[],
  today: string,
): readonly Stretch[] {
  const found: Stretch[] = [];
  let end: string | null = null;
  for (const block of inOrder(blocks)) {
    if (end && block.startDate)
      found.push(...pauseBetween(end, block.startDate, today));
    found.push({
      kind: "block",
      block,
      weeks: block.microcycles.map((week) => ({
        start: week.startDate,
        isDeload: week.isDeload,
        isNow: week.startDate <= today && today <= week.endDate,
      })),
    });
    end = block.endDate ?? end;
  }
  return found;
}

/** Return the block that comes next: the first that has not begun. */
export function nextPlanned(blocks: readonly ProgramBlock[]): ProgramBlock | null {
  return inOrder(blocks).find((one) => one.status === "planned") ?? null;
}

function inOrder(blocks: readonly ProgramBlock[]): readonly ProgramBlock[] {
  return [...blocks].sort((a, b) => (a.orderIndex ?? 0) - (b.orderIndex ?? 0));
}

function pauseBetween(end: string, start: string, today: string): readonly Stretch[] {
  const count = Math.floor((daysBetween(end, start) - 1) / DAYS_OF_WEEK);
  if (count < 1) return [];
  const from = daysLater(start, -DAYS_OF_WEEK * count);
  const weeks = Array.from({ length: count }, (_, index) => {
    const first = daysLater(from, DAYS_OF_WEEK * index);
    const last = daysLater(first, DAYS_OF_WEEK - 1);
    return { start: first, isDeload: false, isNow: first <= today && today <= last };
  });
  return [{ kind: "pause", from, to: daysLater(start, -1), weeks }];
}
