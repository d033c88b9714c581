import { describe, expect, it } from "vitest";
import type { Proposal, WorkoutInstance } from "../rows.ts";
import { complaintAboutTimes, missedBy, momentsOf } from "./backFill.ts";
import { aLog, aSet } from "./making.ts";
import { differencesOf, openOffers } from "./offers.ts";
import { changesToRestore } from "./restoring.ts";
import { complaintAbout, nextDraft, type SetDraft, setToDraft } from "./setDraft.ts";

describe("a deleted workout", () => {
  const log = aLog(
    "2026-03-02",
    [aSet({ id: 7, flag: "confirmed" }), aSet({ id: 8 })],
    {
      id: "w1",
      workoutInstanceId: "w1",
      notes: "Slept badly.",
      bodyWeightKg: 81.4,
      feedback: [
        {
          muscleGroup: "chest",
          sorenessLevel: 1,
          aboutLogId: null,
          pumpLevel: null,
          challengeLevel: 2,
          sorenessRecordedAt: null,
          performanceRecordedAt: null,
        },
      ],
      exerciseFeedback: [
        { exerciseId: 1, jointPain: 0, note: "Grip wide", recordedAt: "2026-03-02" },
        { exerciseId: 2, jointPain: null, note: null, recordedAt: "2026-03-02" },
      ],
    },
  );

  it("comes back with everything that was in it", () => {
    expect(changesToRestore(log).map((one) => one.name)).toEqual([
      "startWorkout",
      "saveSet",
      "confirmSet",
      "saveSet",
      "saveFeedback",
      "saveJointPain",
      "saveNotes",
      "finishWorkout",
      "editWorkoutLog",
    ]);
  });

  it("comes back as planned, on its day and with its sets as they were", () => {
    const [start, set] = changesToRestore(log);

    expect(start?.args).toMatchObject({
      id: "w1",
      workoutInstanceId: "w1",
      startedAt: "2026-03-02T18:00:00Z",
      bodyWeightKg: 81.4,
    });
    expect(set?.args).toMatchObject({ id: 7, performedAt: "2026-03-02T18:00:00Z" });
  });

  it("comes back unfinished when it was unfinished", () => {
    const open = aLog("2026-03-02", [], { status: "in_progress", completedAt: null });

    expect(changesToRestore(open).map((one) => one.name)).toEqual(["startWorkout"]);
  });
});

describe("a set that is corrected", () => {
  const draft = setToDraft(aSet({ weight: 82.5, reps: 9, rir: 1.5 }));

  it.each<[string, Partial<SetDraft>, string | null]>([
    ["as it was", {}, null],
    ["without a weight", { weight: null }, "weight"],
    ["with 1001 kg", { weight: 1001 }, "weight"],
    ["with 2204.62 lb", { weight: 2204.62, weightUnit: "lb" }, null],
    ["with three decimals", { weight: 82.505 }, "weightDecimals"],
    ["with no reps done", { reps: 0 }, null],
    ["with half a rep", { reps: 8.5 }, "reps"],
    ["with 1001 reps", { reps: 1001 }, "reps"],
    ["with a time", { reps: 0, seconds: 45, isTimeTyped: true }, null],
    ["with what is no time", { seconds: null, isTimeTyped: true }, "time"],
    ["with RIR unanswered", { rir: null }, null],
    ["with a third of a rep in reserve", { rir: 0.3 }, "rir"],
  ])("%s", (_, some, complaint) => {
    expect(complaintAbout({ ...draft, ...some })).toBe(complaint);
  });

  it("is followed by one like it, without its note", () => {
    const next = nextDraft(aSet({ weight: 60, note: "paused" }), "lb");

    expect(next).toMatchObject({ weight: 60, weightUnit: "kg", note: "" });
    expect(nextDraft(undefined, "lb")).toMatchObject({
      weight: null,
      weightUnit: "lb",
    });
  });
});

describe("a workout of a past day", () => {
  const zone = "Europe/Berlin";
  const now = new Date("2026-03-05T12:00:00Z");

  it("that ends after midnight ends on the next day", () => {
    expect(
      momentsOf({ day: "2026-03-02", start: "23:15", end: "00:20" }, zone),
    ).toEqual({
      startedAt: "2026-03-02T22:15:00.000Z",
      completedAt: "2026-03-02T23:20:00.000Z",
    });
  });

  it.each([
    ["2026-03-02", "18:00", "19:00", null],
    ["", "18:00", "19:00", "day"],
    ["2026-03-06", "18:00", "19:00", "future"],
    ["2026-03-05", "12:30", "14:00", "end"],
  ])("on %s from %s to %s: %s", (day, start, end, complaint) => {
    expect(complaintAboutTimes({ day, start, end }, zone, now)).toBe(complaint);
  });

  it("may be one that was planned and missed, the latest first", () => {
    const planned = (id: string, scheduledOn: string, status: string) =>
      ({ id, scheduledOn, status }) as WorkoutInstance;

    const found = missedBy(
      [
        planned("a", "2026-02-23", "scheduled"),
        planned("b", "2026-02-25", "completed"),
        planned("c", "2026-03-02", "skipped"),
        planned("d", "2026-03-04", "scheduled"),
      ],
      "2026-03-02",
    );

    expect(found.map((one) => one.id)).toEqual(["c", "a"]);
  });
});

describe("offers to change the plan", () => {
  const offer = (id: string, some: Partial<Proposal> = {}): Proposal => ({
    kind: "proposal",
    id,
    workoutLogId: "log",
    workoutInstanceId: "next",
    exerciseId: 1,
    oldSets: 3,
    newSets: 4,
    oldWeight: 80,
    newWeight: 80,
    weightUnit: "kg",
    oldReps: null,
    newReps: 8,
    because: "",
    status: "open",
    answeredAt: null,
    revision: 1,
    ...some,
  });
  const instances = new Map([
    ["next", { weekNumber: 2, position: 1 } as WorkoutInstance],
    ["sooner", { weekNumber: 1, position: 3 } as WorkoutInstance],
  ]);

  it("are those of this workout that wait, the next workout first", () => {
    const all = [
      offer("a"),
      offer("b", { workoutInstanceId: "sooner" }),
      offer("c", { status: "accepted" }),
      offer("d", { workoutLogId: "other" }),
    ];

    expect(openOffers(all, "log", instances).map((one) => one.id)).toEqual(["b", "a"]);
  });

  it("say what would change, and nothing else", () => {
    expect(differencesOf(offer("a"))).toEqual([
      { what: "sets", before: 3, after: 4 },
      { what: "reps", before: null, after: 8 },
    ]);
  });
});
