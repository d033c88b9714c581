import type { LoggedSet } from "../../model/rows.ts";
import type { ExerciseToDo } from "../../model/workout/exercises.ts";
import type { SetRow } from "../../model/workout/setRows.ts";

export type PadField = "load" | "time" | "reps" | "rir";

/** What lies over the workout at the moment. */
export type Sheet =
  | {
      readonly kind: "pad";
      readonly row: SetRow;
      readonly field: PadField;
      /** Whether the set is logged at the end, or only its load is changed. */
      readonly logs: boolean;
    }
  | {
      readonly kind: "plates";
      readonly weight: number;
      readonly unit: "kg" | "lb";
      readonly one: ExerciseToDo;
    }
  | { readonly kind: "swap"; readonly one: ExerciseToDo }
  | { readonly kind: "add" }
  | { readonly kind: "order" }
  | { readonly kind: "note"; readonly one: ExerciseToDo }
  | { readonly kind: "noteSet"; readonly row: SetRow; readonly set: LoggedSet }
  | { readonly kind: "details" }
  | { readonly kind: "gym" }
  | { readonly kind: "why"; readonly one: ExerciseToDo }
  | { readonly kind: "finish" };

export type Show = (sheet: Sheet | null) => void;
