import type { Api } from "../api/client.ts";
import type { ChangedRow } from "../local/device.ts";
import { startOver, takeIn } from "../local/device.ts";
import { note, noted, unanswered } from "../local/reading.ts";
import type { Store } from "../local/schema.ts";
import { nameOf } from "../model/effects/bag.ts";
import { touchedBy } from "../model/effects.ts";
import type { Mutation } from "../model/mutations.ts";
import type { Outcome } from "./exchange.ts";
import { exchange } from "./exchange.ts";
import { alone } from "./mutex.ts";

export type SyncState =
  "idle" | "sending" | "offline" | "signedOut" | "outdated" | "failing";

export interface Listener {
  readonly onstate: (state: SyncState) => void;
  readonly onrows: (rows: readonly ChangedRow[], isLast: boolean) => void;
  readonly onstartover: () => Promise<void>;
}

const MOST = 100;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 120_000;
const REGULAR_MS = 300_000;
const SINGLE_AFTER_FAILURES = 3;

/**
 * Sends the outbox and takes in what the device lacks: one at a time over all tabs, in
 * order, until both sides have the same.
 *
 * Kicked by a write, by the network's return, by the page's becoming visible and by a
 * clock. After a failure it waits longer each time, never as long as another device.
 */
export class Sender {
  readonly #store: Store;
  readonly #api: Api;
  readonly #userId: number;
  readonly #deviceId: string;
  readonly #listener: Listener;
  #failures = 0;
  #stuck: readonly Mutation[] = [];
  #batch = MOST;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWanted = false;
  #isRunning = false;
  #isStopped = false;
  #isHeldOff = false;

  constructor(
    store: Store,
    api: Api,
    who: { readonly userId: number; readonly deviceId: string },
    listener: Listener,
  ) {
    this.#store = store;
    this.#api = api;
    this.#userId = who.userId;
    this.#deviceId = who.deviceId;
    this.#listener = listener;
  }

  /** Exchange with the server soon. Resolves when this tab has finished trying. */
  async kick(): Promise<void> {
    if (this.#isStopped) return;
    this.#isWanted = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    clearTimeout(this.#timer);
    try {
      const name = `metricgain-sync-${String(this.#userId)}`;
      this.#isHeldOff = !(await alone(name, () => this.#whileWanted()));
    } catch {
      // The device's own database failed: the next write says so to the lifter.
      this.#failures += 1;
      this.#listener.onstate("failing");
    } finally {
      this.#isRunning = false;
      this.#again();
    }
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #whileWanted(): Promise<void> {
    while (this.#isWanted && !this.#isStopped) {
      this.#isWanted = false;
      await this.#untilSame();
    }
  }

  async #untilSame(): Promise<void> {
    this.#listener.onstate("sending");
    this.#stuck = [];
    let hasMore = true;
    while (hasMore && !this.#isStopped) {
      const mutations = (await unanswered(this.#store))
        .filter((one) => !this.#isHeldUp(one))
        .slice(0, this.#batch);
      const cursor =
        ((await noted(this.#store, "cursor")) as string | undefined) ?? null;
      const outcome = await exchange(this.#api, {
        userId: this.#userId,
        deviceId: this.#deviceId,
        cursor,
        mutations,
      });
      const next = await this.#take(outcome, mutations);
      if (next === "stop") return;
      hasMore = next === "more" || (await this.#isLeft());
    }
    this.#listener.onstate(this.#stuck.length > 0 ? "failing" : "idle");
  }

  async #isLeft(): Promise<boolean> {
    return (await unanswered(this.#store)).some((one) => !this.#isHeldUp(one));
  }

  /** Whether a change waits for one that the server stumbles over, or is that one. */
  #isHeldUp(mutation: Mutation): boolean {
    const touched = new Set(touchedBy(mutation).map(nameOf));
    return this.#stuck.some((one) =>
      touchedBy(one).some((ref) => touched.has(nameOf(ref))),
    );
  }

  /** Act on what came of an exchange; say whether to go on. */
  async #take(
    outcome: Outcome,
    sent: readonly Mutation[],
  ): Promise<"more" | "same" | "stop"> {
    if (outcome.kind === "answered") {
      if (this.#stuck.length === 0) this.#failures = 0;
      this.#batch = Math.min(MOST, this.#batch * 2);
      const rows = await takeIn(this.#store, outcome.reply);
      if (!outcome.reply.hasMore) {
        await note(this.#store, "answeredAt", new Date().toISOString());
      }
      this.#listener.onrows(rows, !outcome.reply.hasMore);
      return outcome.reply.hasMore ? "more" : "same";
    }
    if (outcome.kind === "startOver") {
      await startOver(this.#store);
      await this.#listener.onstartover();
      return "more";
    }
    if (outcome.kind === "tooLarge" && this.#batch > 1) {
      this.#batch = Math.ceil(this.#batch / 2);
      return "more";
    }
    if (outcome.kind === "failing" && sent.length === 1 && this.#batch === 1) {
      await this.#putAside(sent, outcome);
      return "more";
    }
    this.#fail(outcome);
    return "stop";
  }

  /** Let the others pass one change that the server cannot take. */
  async #putAside(
    sent: readonly Mutation[],
    { status, said }: Extract<Outcome, { kind: "failing" }>,
  ): Promise<void> {
    if (status >= 500 || status === 409 || status === 429) {
      this.#failures += 1;
      this.#stuck = [...this.#stuck, ...sent];
      return;
    }
    const { title: problem = "", field = "", rule = "", remedy = "" } = said;
    const results = sent.map(({ id }) => ({
      id,
      status: "refused",
      problem,
      field,
      rule,
      remedy,
    }));
    const reply = { results, rows: [], deleted: [], cursor: null, hasMore: true };
    this.#listener.onrows(await takeIn(this.#store, reply), true);
  }

  #fail(outcome: Outcome): void {
    this.#failures += 1;
    // One change that the server stumbles over must not hold up the others.
    if (outcome.kind === "failing" && this.#failures >= SINGLE_AFTER_FAILURES) {
      this.#batch = 1;
    }
    const states: Partial<Record<Outcome["kind"], SyncState>> = {
      unreachable: "offline",
      signedOut: "signedOut",
      outdated: "outdated",
    };
    this.#listener.onstate(states[outcome.kind] ?? "failing");
  }

  #again(): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    // What another tab is sending it sends to the end, and then this one looks again.
    const wait = this.#isWanted
      ? this.#isHeldOff
        ? FIRST_PAUSE_MS
        : 0
      : this.#failures === 0
        ? REGULAR_MS
        : pauseAfter(this.#failures, Math.random());
    this.#timer = setTimeout(() => void this.kick(), wait);
  }
}

/** Return the pause after so many failures in a row, in ms; `chance` is 0 to 1. */
export function pauseAfter(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
  return longest / 2 + (longest / 2) * chance;
}
