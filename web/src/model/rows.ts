/** The rows of a lifter, as the server sends them and the device keeps them. */

import type {
  ExerciseLink,
  Landmark,
  OwnExercise,
  Preferences,
} from "./rows/account.ts";
import type { WorkoutLog } from "./rows/log.ts";
import type { Mesocycle, Proposal, WorkoutInstance } from "./rows/plan.ts";

export type * from "./rows/account.ts";
export type * from "./rows/log.ts";
export type * from "./rows/plan.ts";

export type WeightUnit = "kg" | "lb";

/** What lies in the copy; each kind has a table of its own on the device. */
export type Row =
  | Mesocycle
  | WorkoutInstance
  | WorkoutLog
  | Proposal
  | OwnExercise
  | ExerciseLink
  | Preferences
  | Landmark;

export type Kind = Row["kind"];
export type RowOf<K extends Kind> = Extract<Row, { readonly kind: K }>;

/** Return the key under which a row is kept: its id, or what stands for one. */
export function keyOf(row: Row): string {
  switch (row.kind) {
    case "landmark":
      return row.muscle;
    case "preferences":
      return "preferences";
    case "exerciseLink":
      return `${row.app}/${row.rawName}`;
    default:
      return String(row.id);
  }
}
