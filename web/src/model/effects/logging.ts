import type { Mutation } from "../mutations.ts";
import { dayIn } from "../past/zones.ts";
import type { LoggedSet } from "../rows.ts";
import type { Bag } from "./bag.ts";

export function startWorkout(
  bag: Bag,
  { args, madeAt }: Mutation<"startWorkout">,
): void {
  const before = bag.get("workoutLog", args.id);
  if (before && before.status !== "skipped") return;
  const instance = bag.get("workoutInstance", args.id);
  const zone = bag.get("preferences", "preferences")?.timezone ?? "UTC";
  bag.put({
    kind: "workoutLog",
    id: args.id,
    workoutInstanceId: args.workoutInstanceId ?? null,
    workoutId: instance?.workoutId ?? null,
    mesocycleId: instance?.mesocycleId ?? null,
    weekNumber: instance?.weekNumber ?? null,
    name: args.name ?? null,
    performedAt: args.startedAt,
    localDate: dayIn(zone, args.startedAt),
    status: "in_progress",
    startedAt: args.startedAt,
    completedAt: null,
    isDeload: instance?.isDeload ?? false,
    bodyWeightKg: args.bodyWeightKg ?? null,
    notes: null,
    editedAt: madeAt,
    source: "app",
    revision: 0,
    sets: [],
    feedback: [],
    muscleFeedback: [],
    exerciseFeedback: [],
    decisions: [],
  });
  if (instance) bag.put({ ...instance, status: "scheduled" });
}

export function editWorkoutLog(bag: Bag, { args }: Mutation<"editWorkoutLog">): void {
  const zone = bag.get("preferences", "preferences")?.timezone ?? "UTC";
  bag.edit("workoutLog", args.workoutLogId, (log) => ({
    ...log,
    name: args.name === undefined ? log.name : args.name,
    notes: args.notes === undefined ? log.notes : args.notes,
    bodyWeightKg:
      args.bodyWeightKg === undefined ? log.bodyWeightKg : args.bodyWeightKg,
    completedAt: args.completedAt === undefined ? log.completedAt : args.completedAt,
    startedAt: args.startedAt ?? log.startedAt,
    performedAt: args.startedAt ?? log.performedAt,
    localDate: args.startedAt ? dayIn(zone, args.startedAt) : log.localDate,
  }));
}

export function deleteWorkoutLog(
  bag: Bag,
  { args }: Mutation<"deleteWorkoutLog">,
): void {
  bag.remove({ kind: "workoutLog", key: args.workoutLogId });
  bag.edit("workoutInstance", args.workoutLogId, (instance) => ({
    ...instance,
    status: "scheduled",
  }));
}

export function finishWorkout(
  bag: Bag,
  { args, madeAt }: Mutation<"finishWorkout">,
): void {
  bag.edit("workoutLog", args.workoutLogId, (log) => ({
    ...log,
    status: "completed",
    completedAt: log.completedAt ?? args.completedAt ?? madeAt,
  }));
  bag.edit("workoutInstance", args.workoutLogId, (instance) => ({
    ...instance,
    status: "completed",
  }));
}

export function saveSet(bag: Bag, { args, madeAt }: Mutation<"saveSet">): void {
  bag.edit("workoutLog", args.workoutLogId, (log) => {
    const before = log.sets.find((one) => one.id === args.id);
    const saved: LoggedSet = {
      id: args.id,
      exerciseId: args.exerciseId,
      setNumber: args.setNumber,
      performedAt: args.performedAt ?? before?.performedAt ?? madeAt,
      reps: args.reps,
      weight: args.weight,
      weightUnit: args.weightUnit,
      setType: args.setType ?? "working",
      rir: args.rir ?? null,
      loadKind: args.loadKind ?? null,
      seconds: args.seconds ?? null,
      distanceM: before?.distanceM ?? null,
      flag: before && isSame(before, args) ? before.flag : null,
      note: args.note ?? null,
      editedAt: madeAt,
    };
    const others = log.sets.filter((one) => one.id !== args.id);
    return { ...log, sets: [...others, saved].sort(inOrder) };
  });
}

export function deleteSet(bag: Bag, { args }: Mutation<"deleteSet">): void {
  bag.edit("workoutLog", args.workoutLogId, (log) => ({
    ...log,
    sets: log.sets.filter((one) => one.id !== args.id),
  }));
}

export function confirmSet(bag: Bag, { args }: Mutation<"confirmSet">): void {
  bag.edit("workoutLog", args.workoutLogId, (log) => ({
    ...log,
    sets: log.sets.map((one) =>
      one.id === args.id && one.flag ? { ...one, flag: "confirmed" } : one,
    ),
  }));
}

function isSame(before: LoggedSet, now: { weight: number; reps: number }): boolean {
  return before.weight === now.weight && before.reps === now.reps;
}

function inOrder(a: LoggedSet, b: LoggedSet): number {
  return a.setNumber - b.setNumber || a.id - b.id;
}
