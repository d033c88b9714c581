/** What would come of a plan, without starting it. */

import type { Finding } from "./findings.ts";
import type { Bounds } from "./volume.ts";

export interface MuscleAhead {
  readonly muscle: string;
  readonly bounds: Bounds;
  /** Direct sets of each week, the deload last. */
  readonly sets: readonly number[];
}

/** How long a workout takes in the first week, and in the longest. */
export interface Minutes {
  readonly first: number;
  readonly most: number;
}

export interface Preview {
  readonly muscles: readonly MuscleAhead[];
  /** By the place of the workout in the plan; one without exercises has none. */
  readonly minutes: readonly (Minutes | null)[];
  readonly findings: readonly Finding[];
}

/** A preview as the server answers it. */
export interface AnsweredPreview {
  readonly muscles: readonly {
    readonly muscle: string;
    readonly maintenance: number;
    readonly mev: number;
    readonly target: number;
    readonly mrv: number;
    readonly weeks: readonly { readonly directSets: number }[];
  }[];
  readonly workouts: readonly { readonly minutes: readonly number[] }[];
  readonly findings: readonly Finding[];
}

/** Return an answer as it is shown; `asked` says for each day whether it was sent. */
export function answerToPreview(
  answer: AnsweredPreview,
  asked: readonly boolean[],
): Preview {
  let place = -1;
  const minutes = asked.map((isAsked) => {
    if (!isAsked) return null;
    place += 1;
    const weeks = answer.workouts[place]?.minutes ?? [];
    return weeks.length === 0
      ? null
      : { first: weeks[0] ?? 0, most: Math.max(...weeks) };
  });
  const muscles = answer.muscles
    .map(({ muscle, maintenance, mev, target, mrv, weeks }) => ({
      muscle,
      bounds: { maintenance, mev, target, mrv },
      sets: weeks.map((week) => week.directSets),
    }))
    .sort((a, b) => Math.max(...b.sets) - Math.max(...a.sets));
  return { muscles, minutes, findings: answer.findings };
}

/** Return the minutes of the first week alone: what comes later is not certain yet. */
export function firstWeek(
  minutes: readonly (Minutes | null)[],
): readonly (Minutes | null)[] {
  return minutes.map((one) => one && { first: one.first, most: one.first });
}

/** Return the minutes of the longest workout of the first week. */
export function longestMinutes(preview: Preview): number {
  return Math.max(0, ...preview.minutes.map((one) => one?.first ?? 0));
}
