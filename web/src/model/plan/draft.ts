/** A plan while it is edited: nothing in here changes what it was given. */

export interface DraftExercise {
  /** Tells apart what is on the screen, also when an exercise comes twice. */
  readonly key: string;
  readonly exerciseId: number;
  readonly sets: number;
  readonly repMin: number;
  readonly repMax: number;
  readonly superset: number | null;
  readonly notes: string | null;
}

export interface DraftDay {
  readonly id: string;
  readonly name: string;
  readonly weekday: number;
  readonly exercises: readonly DraftExercise[];
  /** The workout of an earlier block that it is made after, and trained where that was. */
  readonly like?: string;
}

export type Draft = readonly DraftDay[];

/** Where an exercise stands: the day's and its own index. */
export interface Place {
  readonly day: number;
  readonly index: number;
}

export const SETS = { least: 1, most: 15 } as const;
export const REPS = { least: 1, most: 30 } as const;

/** Return the draft with an exercise taken from one place and put at another. */
export function moved(draft: Draft, from: Place, to: Place): Draft {
  const one = draft[from.day]?.exercises[from.index];
  if (!one || !draft[to.day]) return draft;
  const loose = from.day === to.day ? one : { ...one, superset: null };
  const without = draft.map((day, index) =>
    index === from.day ? { ...day, exercises: dropAt(day.exercises, from.index) } : day,
  );
  return without.map((day, index) => {
    if (index !== to.day) return index === from.day ? neat(day) : day;
    const exercises = [...day.exercises];
    exercises.splice(Math.min(to.index, exercises.length), 0, loose);
    return neat({ ...day, exercises });
  });
}

/** Return where an exercise lands one step up or down, past the ends on another day. */
export function stepFrom(draft: Draft, from: Place, step: -1 | 1): Place | null {
  const day = draft[from.day];
  if (!day) return null;
  const index = from.index + step;
  if (index >= 0 && index < day.exercises.length) return { day: from.day, index };
  const beside = draft[from.day + step];
  if (!beside) return null;
  return { day: from.day + step, index: step < 0 ? beside.exercises.length : 0 };
}

export function changed(
  draft: Draft,
  at: Place,
  change: Partial<Omit<DraftExercise, "key">>,
): Draft {
  return onDay(draft, at.day, (day) => ({
    ...day,
    exercises: day.exercises.map((one, index) =>
      index === at.index ? bounded({ ...one, ...change }) : one,
    ),
  }));
}

export function removed(draft: Draft, at: Place): Draft {
  return onDay(draft, at.day, (day) =>
    neat({ ...day, exercises: dropAt(day.exercises, at.index) }),
  );
}

/** Return the draft with an exercise that was removed back on its day, if that is there. */
export function returned(draft: Draft, before: Draft, at: Place): Draft {
  const from = before[at.day];
  const one = from?.exercises[at.index];
  const day = draft.findIndex((each) => each.id === from?.id);
  if (!one || day < 0) return draft;
  return onDay(draft, day, (each) =>
    neat({ ...each, exercises: each.exercises.toSpliced(at.index, 0, one) }),
  );
}

export function added(draft: Draft, day: number, one: DraftExercise): Draft {
  return onDay(draft, day, (before) => ({
    ...before,
    exercises: [...before.exercises, bounded(one)],
  }));
}

/** Return the draft with an exercise joined to the next one, or parted from it. */
export function linked(draft: Draft, at: Place, together: boolean): Draft {
  return onDay(draft, at.day, (day) => {
    const one = day.exercises[at.index];
    const next = day.exercises[at.index + 1];
    if (!one || !next) return day;
    const free = 1 + Math.max(0, ...day.exercises.map((other) => other.superset ?? 0));
    const group = together ? (one.superset ?? next.superset ?? free) : null;
    const merged = together ? next.superset : null;
    return neat({
      ...day,
      exercises: day.exercises.map((other, index) => {
        if (together) {
          const joins = index === at.index || index === at.index + 1;
          const follows = merged !== null && other.superset === merged;
          return joins || follows ? { ...other, superset: group } : other;
        }
        const parted = other.superset !== null && other.superset === one.superset;
        return parted && index > at.index ? { ...other, superset: free } : other;
      }),
    });
  });
}

/** Tell whether an exercise is done in turns with the one after it. */
export function isLinked(day: DraftDay, index: number): boolean {
  const one = day.exercises[index];
  return (
    one !== undefined &&
    one.superset !== null &&
    day.exercises[index + 1]?.superset === one.superset
  );
}

/** Return the letter and number by which lifters call it: A1, A2, or null. */
export function supersetMark(day: DraftDay, index: number): string | null {
  const group = day.exercises[index]?.superset ?? null;
  if (group === null) return null;
  const groups = [...new Set(day.exercises.map((one) => one.superset))].filter(
    (one) => one !== null,
  );
  const before = day.exercises.slice(0, index + 1);
  const place = before.filter((one) => one.superset === group).length;
  return String.fromCharCode(65 + groups.indexOf(group)) + String(place);
}

/** Return the ids of the days whose exercises are others than before. */
export function changedDays(before: Draft, after: Draft): readonly string[] {
  const old = new Map(before.map((day) => [day.id, day]));
  return after.filter((day) => !sameDay(old.get(day.id), day)).map((day) => day.id);
}

/**
 * Return the days that changed in the order in which to save them.
 *
 * Days that lose sets go first, so that an exercise that moves to another day never
 * counts twice.
 */
export function inSavingOrder(before: Draft, after: Draft): readonly DraftDay[] {
  const changedIds = new Set(changedDays(before, after));
  const old = new Map(before.map((day) => [day.id, setsOf(day)]));
  const growth = (day: DraftDay) => setsOf(day) - (old.get(day.id) ?? 0);
  return after
    .filter((day) => changedIds.has(day.id))
    .sort((a, b) => growth(a) - growth(b));
}

export function setsOf(day: DraftDay): number {
  return day.exercises.reduce((sum, one) => sum + one.sets, 0);
}

/** What is sent of an exercise. */
export function exerciseBody(one: DraftExercise): Omit<DraftExercise, "key"> {
  const { exerciseId, sets, repMin, repMax, superset, notes } = one;
  return { exerciseId, sets, repMin, repMax, superset, notes };
}

export function weekdaysOf(draft: Draft): readonly number[] {
  return draft.map((day) => day.weekday);
}

/** Return the draft with its days in the order of the week, starting at a weekday. */
export function inWeekOrder(draft: Draft, first: number): Draft {
  const place = (day: DraftDay) => (day.weekday - first + 7) % 7;
  return [...draft].sort((a, b) => place(a) - place(b));
}

function onDay(draft: Draft, at: number, edit: (day: DraftDay) => DraftDay): Draft {
  return draft.map((day, index) => (index === at ? edit(day) : day));
}

function dropAt<T>(all: readonly T[], at: number): readonly T[] {
  return all.filter((_, index) => index !== at);
}

function bounded(one: DraftExercise): DraftExercise {
  const sets = Math.min(SETS.most, Math.max(SETS.least, Math.round(one.sets)));
  const repMin = Math.min(REPS.most, Math.max(REPS.least, Math.round(one.repMin)));
  const repMax = Math.min(REPS.most, Math.max(repMin, Math.round(one.repMax)));
  return { ...one, sets, repMin, repMax };
}

/** Return a day whose supersets are neighbours, at least two, numbered from 1. */
function neat(day: DraftDay): DraftDay {
  let number = 0;
  let last: number | null = null;
  const numbered = day.exercises.map((one) => {
    if (one.superset === null) {
      last = null;
      return one;
    }
    if (one.superset !== last) number += 1;
    last = one.superset;
    return { ...one, superset: number };
  });
  const count = (group: number) =>
    numbered.filter((one) => one.superset === group).length;
  const alone = numbered.map((one) =>
    one.superset !== null && count(one.superset) < 2 ? { ...one, superset: null } : one,
  );
  const left = [...new Set(alone.map((one) => one.superset))].filter((n) => n !== null);
  return {
    ...day,
    exercises: alone.map((one) =>
      one.superset === null
        ? one
        : { ...one, superset: left.indexOf(one.superset) + 1 },
    ),
  };
}

function sameDay(before: DraftDay | undefined, after: DraftDay): boolean {
  const bodies = (day: DraftDay) => JSON.stringify(day.exercises.map(exerciseBody));
  return before !== undefined && bodies(before) === bodies(after);
}
