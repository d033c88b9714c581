/** Estimates of strength that the device makes to mark records and doubts; docs/engine/e1rm.md. */

const MOST_REPS_FOR_RECORD = 12;
const MOST_REPS_FOR_TREND = 30;
const EASIEST_RIR = 4;

/** Return the e1RM in kg that may be a record: up to 12 reps with those in reserve. */
export function recordE1rm(
  loadKg: number,
  reps: number,
  rir: number | null,
): number | null {
  return estimate(loadKg, reps, rir, MOST_REPS_FOR_RECORD);
}

/** Return the e1RM in kg that compares sets of one exercise: up to 30 reps. */
export function trendE1rm(
  loadKg: number,
  reps: number,
  rir: number | null,
): number | null {
  return estimate(loadKg, reps, rir, MOST_REPS_FOR_TREND);
}

/** Epley on reps plus reps in reserve; an unanswered RIR counts as 0. */
function estimate(
  loadKg: number,
  reps: number,
  rir: number | null,
  most: number,
): number | null {
  const all = reps + (rir ?? 0);
  if ((rir ?? 0) > EASIEST_RIR || all > most || loadKg <= 0 || reps < 1) return null;
  return all === 1 ? loadKg : loadKg * (1 + all / 30);
}
