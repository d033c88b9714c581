import type { Mutation } from "../mutations.ts";
import type { Prescription, WorkoutInstance } from "../rows.ts";
import type { Bag } from "./bag.ts";

export function addExercise(bag: Bag, { args }: Mutation<"addExercise">): void {
  editInstance(bag, args.workoutInstanceId, (instance) => {
    if (has(instance, args.exerciseId)) return instance;
    const last = Math.max(0, ...instance.prescriptions.map((one) => one.position));
    const added = unprescribed(args.exerciseId, args.sets ?? 2, last + 1);
    return { ...instance, prescriptions: [...instance.prescriptions, added] };
  });
}

export function swapExercise(bag: Bag, { args }: Mutation<"swapExercise">): void {
  editInstance(bag, args.workoutInstanceId, (instance) => {
    if (has(instance, args.newExerciseId)) return instance;
    return {
      ...instance,
      prescriptions: instance.prescriptions.map((one) =>
        one.exerciseId === args.exerciseId ? swapped(one, args.newExerciseId) : one,
      ),
    };
  });
}

export function removeExercise(bag: Bag, { args }: Mutation<"removeExercise">): void {
  editInstance(bag, args.workoutInstanceId, (instance) => ({
    ...instance,
    prescriptions: instance.prescriptions.filter(
      (one) => one.exerciseId !== args.exerciseId,
    ),
  }));
}

export function reorderExercises(
  bag: Bag,
  { args }: Mutation<"reorderExercises">,
): void {
  editInstance(bag, args.workoutInstanceId, (instance) => {
    const place = new Map(args.order.map((id, index) => [id, index + 1]));
    const prescriptions = instance.prescriptions
      .map((one) => ({ ...one, position: place.get(one.exerciseId) ?? one.position }))
      .sort((a, b) => a.position - b.position);
    return { ...instance, prescriptions };
  });
}

export function moveWorkout(bag: Bag, { args }: Mutation<"moveWorkout">): void {
  editInstance(bag, args.workoutInstanceId, (instance) => ({
    ...instance,
    scheduledOn: args.scheduledOn,
  }));
}

export function skipWorkout(bag: Bag, { args }: Mutation<"skipWorkout">): void {
  editInstance(bag, args.workoutInstanceId, (one) => ({ ...one, status: "skipped" }));
}

export function unskipWorkout(bag: Bag, { args }: Mutation<"unskipWorkout">): void {
  editInstance(bag, args.workoutInstanceId, (one) => ({ ...one, status: "scheduled" }));
  const log = bag.get("workoutLog", args.workoutInstanceId);
  if (log?.status === "skipped") bag.remove({ kind: "workoutLog", key: log.id });
}

/** Mark an offer as answered; what it changes comes with the server's answer. */
export function answerProposal(
  bag: Bag,
  { args, madeAt }: Mutation<"answerProposal">,
): void {
  const proposal = bag.get("proposal", args.id);
  if (proposal?.status !== "open") return;
  const status = args.accept ? "accepted" : "rejected";
  bag.put({ ...proposal, status, answeredAt: madeAt });
}

function editInstance(
  bag: Bag,
  id: string,
  edit: (instance: WorkoutInstance) => WorkoutInstance,
): void {
  bag.edit("workoutInstance", id, edit);
}

function has(instance: WorkoutInstance, exerciseId: number): boolean {
  return instance.prescriptions.some((one) => one.exerciseId === exerciseId);
}

/** What is known of an exercise before the server has worked out its load. */
function unprescribed(
  exerciseId: number,
  sets: number,
  position: number,
): Prescription {
  return {
    exerciseId,
    position,
    targetSets: sets,
    projectedSets: sets,
    targetReps: null,
    targetRepsMin: 8,
    targetRepsMax: 12,
    targetWeight: null,
    weightUnit: "kg",
    targetRir: 3,
    superset: null,
    swap: null,
    isRecovery: false,
    because: "",
    ruleId: "",
  };
}

function swapped(one: Prescription, exerciseId: number): Prescription {
  return {
    ...one,
    exerciseId,
    targetReps: null,
    targetWeight: null,
    swap: null,
    because: "",
    ruleId: "",
  };
}
