import type { Prescription, WorkoutInstance } from "../rows.ts";

/** Return the exercises that were planned, in their order. */
export function plannedOf(instance: WorkoutInstance | null): readonly Prescription[] {
  return [...(instance?.prescriptions ?? [])].sort((a, b) => a.position - b.position);
}
