import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { record, takeIn } from "../local/device.ts";
import type { Store } from "../local/schema.ts";
import { openStore } from "../local/schema.ts";
import type { Mutation } from "../model/mutations.ts";
import { rows } from "./rows.svelte.ts";

const LOG = "01981c5d-0000-7aaa-9000-000000000001";
/** Of late: a first screen reads the latest days. */
const START = new Date().toISOString();
const REF = { kind: "workoutLog", key: LOG } as const;
let store: Store;
let users = 0;
let made = 0;

beforeEach(async () => {
  users += 1;
  store = await openStore(users, () => undefined);
  await rows.open(store);
});
afterEach(() => {
  rows.close();
  store.close();
});

/** Do something as a tap does it; `kept` resolves when it is durable. */
function tap(name: string, args: object): { readonly kept: Promise<void> } {
  made += 1;
  const mutation = { id: `m${String(made)}`, name, args, madeAt: START } as Mutation;
  const end = rows.begin(mutation);
  return { kept: record(store, mutation).then(() => end()) };
}

const start = () => tap("startWorkout", { id: LOG, startedAt: START });
const set = (reps: number) =>
  tap("saveSet", {
    workoutLogId: LOG,
    id: 1,
    exerciseId: 7,
    setNumber: 1,
    weight: 80,
    weightUnit: "kg",
    reps,
  });
const shown = () => rows.logs.get(LOG)?.sets.map((one) => one.reps);

it("never shows an older number again while an answer is taken in", async () => {
  await start().kept;
  await set(10).kept;
  const reply = { results: [], rows: [], deleted: [], cursor: "1", hasMore: false };
  const changed = await takeIn(store, reply);
  expect(changed.map((one) => one.ref)).toContainEqual(REF);

  await set(9).kept;
  const looking = rows.look(changed.map((one) => one.ref));
  expect(shown()).toEqual([9]);
  await looking;

  expect(shown()).toEqual([9]);
});

it("reads a row again that is tapped while it is read", async () => {
  await start().kept;
  await set(10).kept;
  const looking = rows.look([REF]);
  const second = set(9);
  expect(shown()).toEqual([9]);
  await looking;
  expect(shown()).toEqual([9]);
  await second.kept;
  const again = rows.look([REF]);
  const third = set(8);
  await Promise.all([again, third.kept]);

  expect(shown()).toEqual([8]);
});

it("shows a tap that is made while everything is read again", async () => {
  await start().kept;
  await set(10).kept;
  const reading = rows.loadLog(LOG);
  const all = rows.open(store);
  const second = set(9);
  await Promise.all([reading, all, second.kept]);

  expect(shown()).toEqual([9]);
});

it("shows nobody the rows of whoever was signed in before", async () => {
  await start().kept;
  const looking = rows.look([REF]);
  rows.close();
  await looking;

  expect(rows.logs.size).toBe(0);
});

it("leaves a workout away that is thrown away while it is read", async () => {
  await start().kept;
  const reading = rows.loadLogs("2000-01-01", "9999-12-31");
  rows.logs.delete(LOG);
  const again = rows.loadLog(LOG);
  await tap("deleteWorkoutLog", { workoutLogId: LOG }).kept;
  await Promise.all([reading, again]);

  expect(rows.logs.has(LOG)).toBe(false);
});
