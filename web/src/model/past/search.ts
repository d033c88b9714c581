/** Finds exercises by what somebody types with chalk on the thumbs. */

import type { Exercise } from "../catalogue.ts";
import { normalised, slipsToPrefix } from "./names.ts";

interface Name {
  readonly exercise: Exercise;
  readonly isAlias: boolean;
  /** Places in the list of words; a pair of neighbours also counts as one word. */
  readonly words: readonly number[];
  readonly length: number;
}

/** The names of all exercises, cut into words once. */
export interface SearchIndex {
  readonly names: readonly Name[];
  readonly words: readonly string[];
}

const ALIAS = 0.97;
const SUBSTRING = 0.55;
const PER_SLIP = 0.22;
const LEAST = 0.3;
const SHORT_FORMS: Readonly<Record<string, string>> = {
  bb: "barbell",
  db: "dumbbell",
  kb: "kettlebell",
  bw: "bodyweight",
  ohp: "overhead press",
  rdl: "romanian deadlift",
  sldl: "stiff leg deadlift",
  bp: "bench press",
  ghr: "glute ham raise",
  cgbp: "close grip bench press",
};

/** Return the index of exercises by all the names they go by. */
export function searchIndex(exercises: Iterable<Exercise>): SearchIndex {
  const places = new Map<string, number>();
  const words: string[] = [];
  const placeOf = (word: string): number => {
    const known = places.get(word);
    if (known !== undefined) return known;
    places.set(word, words.length);
    words.push(word);
    return words.length - 1;
  };
  const names: Name[] = [];
  for (const exercise of exercises) {
    for (const [at, name] of [exercise.name, ...exercise.aliases].entries()) {
      const parts = normalised(name).split(" ");
      const pairs = parts.slice(1).map((part, place) => `${parts[place] ?? ""}${part}`);
      names.push({
        exercise,
        isAlias: at > 0,
        words: [...new Set([...parts, ...pairs])].map(placeOf),
        length: parts.length,
      });
    }
  }
  return { names, words };
}

/**
 * Return the exercises whose names fit what was typed, best first.
 *
 * Each word typed has to be found in a name: as a word, as its beginning, inside it, or
 * with a slip or two. Of those that fit about as well, `favour` (how much an exercise is
 * used) decides, then the closer fit, then the name. Nothing typed finds nothing.
 */
export function searchExercises(
  index: SearchIndex,
  typed: string,
  favour: (exercise: Exercise) => number = () => 0,
): Exercise[] {
  const best = new Map<number, { exercise: Exercise; score: number }>();
  for (const query of readings(typed)) {
    const fits = query.map((word) => index.words.map((other) => fit(word, other)));
    for (const name of index.names) {
      const score = scoreOf(name, fits);
      const known = best.get(name.exercise.id)?.score ?? 0;
      if (score > known) best.set(name.exercise.id, { exercise: name.exercise, score });
    }
  }
  return [...best.values()]
    .sort(
      (a, b) =>
        nearly(b.score) - nearly(a.score) ||
        favour(b.exercise) - favour(a.exercise) ||
        b.score - a.score ||
        a.exercise.name.localeCompare(b.exercise.name),
    )
    .map((found) => found.exercise);
}

/** Names that fit about as well are equals. */
function nearly(score: number): number {
  return Math.round(score * 10);
}

/** What was typed as words, with short forms written out, and run together. */
function readings(typed: string): string[][] {
  const words = normalised(typed).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const long = words.flatMap((word) => (SHORT_FORMS[word] ?? word).split(" "));
  const all = [words];
  if (long.length !== words.length || long.some((word, at) => word !== words[at])) {
    all.push(long);
  }
  if (words.length > 1) all.push([words.join("")]);
  return all;
}

function scoreOf(name: Name, fits: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const fit of fits) {
    let best = 0;
    for (const word of name.words) {
      const score = fit[word] ?? 0;
      if (score > best) best = score;
    }
    if (best < LEAST) return 0;
    sum += best;
  }
  // A name that says no more than what was typed comes before longer ones.
  const told = Math.min(1, fits.length / name.length);
  const score = (sum / fits.length) * (0.85 + 0.15 * told);
  return Math.round((name.isAlias ? score * ALIAS : score) * 100) / 100;
}

/** Return how well a word that was typed fits a word of a name, from 0 to 1. */
function fit(typed: string, word: string): number {
  if (typed === word) return 1;
  if (word.startsWith(typed)) return 0.9 + 0.08 * (typed.length / word.length);
  if (typed.length < 3) return 0;
  if (word.includes(typed)) return SUBSTRING;
  const most = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2;
  if (most === 0 || typed.length > word.length + most) return 0;
  const slips = slipsToPrefix(typed, word, most);
  return slips > most ? 0 : 0.85 - PER_SLIP * slips;
}
