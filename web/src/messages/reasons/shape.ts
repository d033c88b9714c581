import type { Message } from "../catalogue.ts";
import type { MuscleWord, ReasonKey } from "./en.ts";

/** A muscle as it stands in sentences: `{muscle}`, `{muscleFor}` and so on. */
export interface MuscleForms {
  /** In an enumeration: "chest". */
  readonly muscle: string;
  /** With its article, after a preposition such as "for" or as an object. */
  readonly muscleFor: string;
  /** With a preposition of place: "in the chest". */
  readonly muscleIn: string;
}

/** How a language says every reason; `{muscles2}` is the second list of a sentence. */
export interface Reasons {
  readonly texts: Readonly<Record<ReasonKey, Message>>;
  readonly muscles: Readonly<Record<MuscleWord, MuscleForms>>;
  readonly emphasis: Readonly<Record<"maintain" | "grow" | "emphasize", string>>;
}

/** Return the forms of a muscle. */
export function forms(
  muscle: string,
  muscleFor: string,
  muscleIn: string,
): MuscleForms {
  return { muscle, muscleFor, muscleIn };
}
