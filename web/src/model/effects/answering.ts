import type { AnswerArgs, Mutation } from "../mutations.ts";
import type { ExerciseFeedback, Feedback, MuscleFeedback } from "../rows.ts";
import type { Bag } from "./bag.ts";

type Answers = Omit<MuscleFeedback, "muscle">;

const NOTHING: Answers = {
  sorenessLevel: null,
  pumpLevel: null,
  challengeLevel: null,
  sorenessRecordedAt: null,
  performanceRecordedAt: null,
};

export function saveFeedback(bag: Bag, change: Mutation<"saveFeedback">): void {
  const { args, madeAt } = change;
  bag.edit("workoutLog", args.workoutLogId, (log) => {
    const before = log.feedback.find((one) => one.muscleGroup === args.muscleGroup);
    const saved: Feedback = {
      ...answered(before ?? NOTHING, args, madeAt),
      muscleGroup: args.muscleGroup,
      aboutLogId: before?.aboutLogId ?? null,
    };
    return { ...log, feedback: replaced(log.feedback, before, saved) };
  });
}

export function saveMuscleFeedback(
  bag: Bag,
  { args, madeAt }: Mutation<"saveMuscleFeedback">,
): void {
  bag.edit("workoutLog", args.workoutLogId, (log) => {
    const before = log.muscleFeedback.find((one) => one.muscle === args.muscle);
    const saved = { ...answered(before ?? NOTHING, args, madeAt), muscle: args.muscle };
    return { ...log, muscleFeedback: replaced(log.muscleFeedback, before, saved) };
  });
}

export function saveJointPain(bag: Bag, change: Mutation<"saveJointPain">): void {
  const { args, madeAt } = change;
  aboutExercise(bag, args, madeAt, (before) => ({
    ...before,
    jointPain: args.jointPain,
  }));
}

export function saveNotes(bag: Bag, { args, madeAt }: Mutation<"saveNotes">): void {
  aboutExercise(bag, args, madeAt, (before) => ({
    ...before,
    note: args.note || null,
  }));
}

/** Note what the lifter wants instead; the plan changes with the server's answer. */
export function overrideDecision(bag: Bag, change: Mutation<"overrideDecision">): void {
  const { args, madeAt } = change;
  const override = args.kind === "asDecided" ? null : args.kind;
  bag.edit("workoutLog", args.workoutLogId, (log) => ({
    ...log,
    decisions: log.decisions.map((one) =>
      one.muscle === args.muscle ? { ...one, override, overriddenAt: madeAt } : one,
    ),
  }));
}

function aboutExercise(
  bag: Bag,
  of: { workoutLogId: string; exerciseId: number },
  madeAt: string,
  edit: (before: ExerciseFeedback) => ExerciseFeedback,
): void {
  bag.edit("workoutLog", of.workoutLogId, (log) => {
    const before = log.exerciseFeedback.find((one) => one.exerciseId === of.exerciseId);
    const empty = { exerciseId: of.exerciseId, jointPain: null, note: null };
    const saved = {
      ...edit(before ?? { ...empty, recordedAt: madeAt }),
      recordedAt: madeAt,
    };
    return { ...log, exerciseFeedback: replaced(log.exerciseFeedback, before, saved) };
  });
}

function answered<T extends Answers>(before: T, args: AnswerArgs, madeAt: string): T {
  const saysPerformance = args.pump !== undefined || args.challenge !== undefined;
  return {
    ...before,
    ...(args.soreness !== undefined && {
      sorenessLevel: args.soreness,
      sorenessRecordedAt: madeAt,
    }),
    ...(saysPerformance && {
      pumpLevel: args.pump ?? null,
      challengeLevel: args.challenge ?? null,
      performanceRecordedAt: madeAt,
    }),
  };
}

function replaced<T>(all: readonly T[], before: T | undefined, saved: T): readonly T[] {
  return before ? all.map((one) => (one === before ? saved : one)) : [...all, saved];
}
