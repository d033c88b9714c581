import type {
  FileAnswers,
  FileReview,
  ImportShape,
  JobShape,
  NameShape,
  OwnExportShape,
  PastImportShape,
  UndoneShape,
} from "../api/client.ts";
import { reviewFiles, sendFile } from "../api/files.ts";
import { app } from "./app.svelte.ts";
import { followJob } from "./followJob.ts";
import { isDone } from "./refusal.ts";
import { type Answer, type Problem, server } from "./server.ts";

export type {
  FileReview,
  ImportShape,
  NameShape,
  OwnExportShape,
  PastImportShape,
  UndoneShape,
};
export type DateOrder = "" | "day-month" | "month-day";
export type Choice = "link" | "custom" | "skip";

/** What the lifter says of a file that was sent. */
export interface Answers {
  readonly unit: "kg" | "lb" | null;
  readonly timezone: string;
  readonly dateOrder: DateOrder;
  readonly columns: Readonly<Record<string, string>>;
}

/** What the lifter wants of a name; without one, what was found counts. */
export interface NameWish {
  readonly choice: Choice;
  readonly exerciseId: number;
  readonly exerciseName: string;
}

/** A file on its way to the server, or there. */
export interface Sent {
  readonly key: number;
  readonly name: string;
  readonly id: string | null;
  readonly problem: Problem | null;
  readonly isOffline: boolean;
  readonly answers: Answers;
}

type Stage = "choosing" | "reviewing" | "ready" | "running" | "done" | "failed";
const LARGEST = 64 * 1024 * 1024;

/** Everything that has to do with bringing a history from elsewhere. */
export class Imports {
  stage = $state<Stage>("choosing");
  files = $state.raw<readonly Sent[]>([]);
  reviews = $state.raw<Readonly<Record<string, FileReview>>>({});
  wishes = $state.raw<Readonly<Record<string, NameWish>>>({});
  twins = $state(false);
  restore = $state(false);
  /** Whether an export of our own is put beside what is here. */
  merge = $state(false);
  isOffline = $state(false);
  /** Whether the import was begun and the server has not said so yet. */
  isStarting = $state(false);
  job = $state.raw<JobShape | null>(null);
  past = $state.raw<readonly PastImportShape[] | null>(null);
  undone = $state.raw<UndoneShape | null>(null);
  #next = 0;
  #turn = 0;
  #stop: (() => void) | null = null;
  readonly #zone: string;

  constructor(zone: string) {
    this.#zone = zone;
  }

  /** Ask for what was imported before, and take up an import that is under way. */
  async ask(): Promise<void> {
    const [past, jobs] = await Promise.all([
      server.call((api) => api.GET("/api/v1/imports", { params: { query: {} } })),
      server.call((api) => api.GET("/api/v1/jobs", { params: { query: {} } })),
    ]);
    this.isOffline = !past.ok;
    if (past.ok) this.past = past.data.imports;
    const open = jobs.ok
      ? jobs.data.jobs.find((one) => one.name === "import" && !one.finishedAt)
      : undefined;
    if (open && this.stage === "choosing") this.#follow(open);
  }

  /** Send files and look at them together with those that are there already. */
  async add(chosen: Iterable<File>): Promise<void> {
    for (const file of chosen) {
      const key = ++this.#next;
      const sent: Sent = {
        key,
        name: file.name,
        id: null,
        problem: null,
        isOffline: false,
        answers: { unit: null, timezone: this.#zone, dateOrder: "", columns: {} },
      };
      this.files = [...this.files, sent];
      this.stage = "reviewing";
      this.#change(key, await arrival(file));
    }
    await this.review();
  }

  remove(key: number): void {
    const gone = this.files.find((one) => one.key === key)?.id;
    this.files = this.files.filter((one) => one.key !== key);
    if (gone) void discard(gone);
    void this.review();
  }

  /** Take an answer about a file and look again. */
  answer(key: number, given: Partial<Answers>): void {
    const file = this.files.find((one) => one.key === key);
    if (!file) return;
    this.#change(key, { answers: { ...file.answers, ...given } });
    void this.review();
  }

  wish(app: string, name: string, wanted: NameWish | null): void {
    const key = wishKey(app, name);
    const others = Object.entries(this.wishes).filter(([one]) => one !== key);
    const before = this.wishOf(app, name);
    this.wishes = Object.fromEntries(wanted ? [...others, [key, wanted]] : others);
    // Sets that are left out change what would come in.
    if (wanted?.choice === "skip" || before?.choice === "skip") void this.review();
  }

  wishOf(app: string, name: string): NameWish | null {
    return this.wishes[wishKey(app, name)] ?? null;
  }

  async review(): Promise<void> {
    const turn = ++this.#turn;
    if (!this.#arrived.length) {
      this.stage = this.files.length ? "ready" : "choosing";
      return;
    }
    this.stage = "reviewing";
    const answer = await server.call(() => reviewFiles(this.#order()));
    if (turn !== this.#turn) return;
    if (answer.ok)
      this.reviews = Object.fromEntries(
        answer.data.files.map((one) => [one.fileId, one]),
      );
    this.isOffline = !answer.ok && answer.offline;
    this.stage = "ready";
    if (!answer.ok && !answer.offline) isDone(answer);
  }

  async start(): Promise<void> {
    if (this.isStarting) return;
    this.isStarting = true;
    const answer = await server.call((api) =>
      api.POST("/api/v1/imports/start", { body: this.#order() }),
    );
    this.isStarting = false;
    if (isDone(answer)) this.#follow(answer.data);
  }

  async cancel(): Promise<void> {
    const id = this.job?.id;
    if (id === undefined) return;
    const answer = await server.call((api) =>
      api.POST("/api/v1/jobs/{job_id}/cancel", { params: { path: { job_id: id } } }),
    );
    if (isDone(answer)) this.#take(answer.data);
  }

  async undo(id: string): Promise<void> {
    const answer = await server.call((api) =>
      api.POST("/api/v1/imports/{import_id}/undo", {
        params: { path: { import_id: id } },
      }),
    );
    if (!isDone(answer)) return;
    this.undone = answer.data;
    await Promise.all([this.ask(), app.syncNow()]);
  }

  /** Begin anew, with nothing chosen. */
  again(): void {
    for (const file of this.files) if (file.id) void discard(file.id);
    this.close();
    this.files = [];
    this.reviews = {};
    this.wishes = {};
    this.merge = false;
    this.job = null;
    this.undone = null;
    this.stage = "choosing";
    void this.ask();
  }

  /** Go back to the review, with everything as it was. */
  back(): void {
    this.job = null;
    void this.review();
  }

  /** Stop following what goes on. */
  close(): void {
    this.#stop?.();
    this.#stop = null;
  }

  get #arrived(): readonly Sent[] {
    return this.files.filter((one) => one.id !== null);
  }

  #order() {
    return {
      restore: this.restore,
      merge: this.merge,
      twins: this.twins,
      files: this.#arrived.map((one) => this.#answersOf(one)),
    };
  }

  #answersOf(file: Sent): FileAnswers {
    const report = this.reviews[file.id ?? ""]?.report;
    const names = (report?.names ?? []).flatMap((one) => {
      const wish = this.wishOf(report?.app ?? "", one.rawName);
      if (!wish) return [];
      const { choice, exerciseId } = wish;
      return [{ rawName: one.rawName, choice, exerciseId }];
    });
    const unit =
      file.answers.unit ?? (this.stage === "ready" ? proposed(report) : null);
    const columns = Object.keys(file.answers.columns).length
      ? file.answers.columns
      : this.stage === "ready"
        ? (report?.columns ?? {})
        : {};
    return { ...file.answers, fileId: file.id ?? "", unit, columns, names };
  }

  #change(key: number, what: Partial<Sent>): void {
    this.files = this.files.map((one) => (one.key === key ? { ...one, ...what } : one));
  }

  #follow(job: JobShape): void {
    this.#take(job);
    if (job.finishedAt) return;
    this.close();
    this.#stop = followJob(job.id, (now) => this.#take(now));
  }

  #take(job: JobShape): void {
    this.job = job;
    if (job.status === "done") this.stage = "done";
    else if (job.status === "failed" || job.status === "cancelled")
      this.stage = "failed";
    else this.stage = "running";
    if (this.stage === "running") return;
    this.close();
    if (this.stage === "done") void Promise.all([this.ask(), app.syncNow()]);
  }
}

function wishKey(app: string, name: string): string {
  return `${app}/${name}`;
}

function proposed(report: ImportShape | null | undefined): "kg" | "lb" | null {
  return report?.unitProposed && report.unit !== "mixed" && report.unit !== ""
    ? report.unit
    : null;
}

async function arrival(file: File): Promise<Partial<Sent>> {
  if (file.size > LARGEST) return { problem: { title: "", field: "size" } };
  const answer: Answer<{ id: string }> = await server.call(() => sendFile(file));
  if (answer.ok) return { id: answer.data.id };
  return { problem: answer.problem ?? { title: "" }, isOffline: answer.offline };
}

async function discard(id: string): Promise<void> {
  await server.call((api) =>
    api.DELETE("/api/v1/import-files/{file_id}", { params: { path: { file_id: id } } }),
  );
}
