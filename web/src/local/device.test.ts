import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Mutation, MutationArgs, MutationName } from "../model/mutations.ts";
import type { Row, WorkoutLog } from "../model/rows.ts";
import type { Answer, Reply } from "./device.ts";
import { record, startOver, takeIn } from "./device.ts";
import {
  logsBetween,
  logsWith,
  refusedEntries,
  rowsOf,
  unanswered,
} from "./reading.ts";
import type { Store } from "./schema.ts";
import { openStore } from "./schema.ts";

const LOG = "01981c5d-0000-7aaa-9000-000000000001";
let store: Store;
let users = 0;
let drawn = 0;

beforeEach(async () => {
  users += 1;
  store = await openStore(users, () => undefined);
});
afterEach(() => {
  store.close();
});

function mutation<N extends MutationName>(name: N, args: MutationArgs[N]): Mutation {
  drawn += 1;
  const second = String(drawn % 60).padStart(2, "0");
  return {
    id: `m${String(drawn)}`,
    name,
    args,
    madeAt: `2026-03-02T18:30:${second}Z`,
  } as Mutation;
}

async function did<N extends MutationName>(
  name: N,
  args: MutationArgs[N],
): Promise<Mutation> {
  const made = mutation(name, args);
  await record(store, made);
  return made;
}

const start = () => did("startWorkout", { id: LOG, startedAt: "2026-03-02T18:30:00Z" });
const set = (id: number, reps = 8) =>
  did("saveSet", {
    workoutLogId: LOG,
    id,
    exerciseId: 7,
    setNumber: id,
    weight: 80,
    weightUnit: "kg",
    reps,
  });

async function log(): Promise<WorkoutLog | null> {
  const [found] = await rowsOf(store, [{ kind: "workoutLog", key: LOG }]);
  return (found?.row ?? null) as WorkoutLog | null;
}

async function repsById(): Promise<Record<number, number>> {
  return Object.fromEntries(
    ((await log())?.sets ?? []).map((one) => [one.id, one.reps]),
  );
}

function applied(...mutations: Mutation[]): Answer[] {
  return mutations.map(({ id }) => ({ id, status: "applied" }));
}

function reply(given: Partial<Reply>): Reply {
  return { results: [], rows: [], deleted: [], cursor: "c", hasMore: false, ...given };
}

describe("a tap", () => {
  it("changes the rows and waits in the outbox, in one step", async () => {
    await start();
    await set(1);
    expect(await repsById()).toEqual({ 1: 8 });
    expect((await unanswered(store)).map((one) => one.name)).toEqual([
      "startWorkout",
      "saveSet",
    ]);
  });

  it("is found again by its day and by its exercise", async () => {
    await start();
    await set(1);
    expect(await logsBetween(store, "2026-03-02", "2026-03-02")).toHaveLength(1);
    expect(await logsWith(store, 7, 5)).toHaveLength(1);
    expect(await logsWith(store, 70, 5)).toEqual([]);
  });

  it("leaves nothing behind when the device cannot keep it", async () => {
    await start();
    const twice = await set(1);
    await expect(
      record(store, { ...mutation("saveSet", twice.args as never), id: twice.id }),
    ).rejects.toThrow();
    expect(await repsById()).toEqual({ 1: 8 });
    expect(await unanswered(store)).toHaveLength(2);
  });
});

describe("an answer", () => {
  it("empties the outbox only of what it names", async () => {
    const first = await start();
    const second = await set(1);
    await set(2);
    const server = {
      ...((await log()) as WorkoutLog),
      sets: [] as never[],
      revision: 3,
    };
    await takeIn(store, reply({ results: applied(first, second), rows: [server] }));
    expect((await unanswered(store)).map((one) => one.args)).toMatchObject([{ id: 2 }]);
    expect(await repsById()).toEqual({ 2: 8 });
  });

  it("keeps what is not sent yet on top of the server's row", async () => {
    const first = await start();
    const second = await set(1, 8);
    const server = (await log()) as WorkoutLog;
    await set(1, 12);
    await takeIn(
      store,
      reply({
        results: applied(first, second),
        rows: [{ ...server, notes: "Tablet." }],
      }),
    );
    expect(await repsById()).toEqual({ 1: 12 });
    expect((await log())?.notes).toBe("Tablet.");
  });

  it("does not take an answered change off the screen before its row has come", async () => {
    const first = await start();
    const second = await set(1);
    await takeIn(store, reply({ results: applied(first, second), hasMore: true }));
    expect(await repsById()).toEqual({ 1: 8 });
    expect(await unanswered(store)).toEqual([]);
    const server = { ...((await log()) as WorkoutLog), revision: 9 };
    await takeIn(store, reply({ rows: [server] }));
    expect((await log())?.revision).toBe(9);
    expect(await store.count("outbox")).toBe(0);
    expect(await store.count("original")).toBe(0);
  });

  it("undoes a refused change and keeps it for the lifter", async () => {
    const first = await start();
    const second = await set(1);
    const refused = {
      id: second.id,
      status: "refused",
      problem: "invalid",
      rule: "no",
    };
    const server = { ...((await log()) as WorkoutLog), sets: [] as never[] };
    await takeIn(
      store,
      reply({ results: [...applied(first), refused], rows: [server] }),
    );
    expect(await repsById()).toEqual({});
    expect(await unanswered(store)).toEqual([]);
    expect(await refusedEntries(store)).toMatchObject([
      { mutation: { id: second.id }, problem: "invalid", rule: "no" },
    ]);
  });

  it("deletes what was deleted elsewhere, but for what was done since", async () => {
    const first = await start();
    await takeIn(
      store,
      reply({ results: applied(first), rows: [(await log()) as Row] }),
    );
    await did("skipWorkout", { workoutInstanceId: "elsewhere" });
    await takeIn(store, reply({ deleted: [{ kind: "workoutLog", key: LOG }] }));
    expect(await log()).toBeNull();
  });

  it("keeps the cursor with the rows", async () => {
    await takeIn(store, reply({ cursor: "next" }));
    expect(await store.get("meta", "cursor")).toBe("next");
    await takeIn(store, reply({ cursor: null }));
    expect(await store.get("meta", "cursor")).toBe("next");
  });
});

describe("starting over", () => {
  it("forgets rows and cursor, and does what waits again", async () => {
    const first = await start();
    await takeIn(
      store,
      reply({ results: applied(first), rows: [(await log()) as Row] }),
    );
    const old = { ...((await log()) as WorkoutLog), id: "old", notes: "gone" };
    await takeIn(store, reply({ rows: [old] }));
    await did("startWorkout", { id: "new", startedAt: "2026-03-03T18:30:00Z" });
    await startOver(store);
    const all = await logsBetween(store, "2000-01-01", "2100-01-01");
    expect(all.map((one) => one.id)).toEqual(["new"]);
    expect(await store.get("meta", "cursor")).toBeUndefined();
    expect(await unanswered(store)).toHaveLength(1);
  });
});

it("answers in any order and with any repeats end in the same rows", async () => {
  const first = await start();
  const taps = [await set(1), await set(2), await set(1, 10), await set(3)];
  const server = (await log()) as WorkoutLog;
  const batches = [applied(first, taps[0] as Mutation), applied(...taps.slice(1))];
  for (const results of [...batches, ...batches]) {
    await takeIn(store, reply({ results, rows: [server] }));
    expect(await repsById()).toEqual({ 1: 10, 2: 8, 3: 8 });
  }
  expect(await store.count("outbox")).toBe(0);
  expect(await store.count("original")).toBe(0);
});
