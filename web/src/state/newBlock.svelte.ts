import { blockName } from "./blockName.ts";
import { type ListedTemplate, candidates } from "../model/plan/choose.ts";
import type { Draft } from "../model/plan/draft.ts";
import { PLACES, type TrainingPlace } from "../model/plan/replace.ts";
import {
  type EmphasisByMuscle,
  type Replaced,
  type Source,
  adapted,
  fromStart,
  shifted,
  startBody,
  templateToDraft,
  usualWeekdays,
  weekToDraft,
  weekdayOf,
} from "../model/plan/start.ts";
import { app } from "./app.svelte.ts";
import { catalogueHere } from "./catalogueHere.ts";
import { newId } from "./clock.svelte.ts";
import { type Made, type PlainWorkout, plainDraft } from "./madeDraft.ts";
import { PlanEdit } from "./planEdit.svelte.ts";
import type { ReadPlan } from "./planFiles.ts";
import { PlanWatch } from "./preview.svelte.ts";
import { isDone } from "./refusal.ts";
import { rows } from "./rows.svelte.ts";
import { type Into, startBlock } from "./startingBlock.ts";
import { keepBlock, keptBlock } from "./keptBlock.ts";
import type { PlannedNext, Proposal } from "./review.svelte.ts";
import { server } from "./server.ts";
import { aboutInWords, inWords, planInWords } from "./templateWords.ts";

const USUAL_WEEKS = 5;
const EXAMPLE = { days: 3, minutes: 60 };

/** A block that is being put together; it stays on the device until it is started. */
export class NewBlock {
  source = $state.raw<Source | null>(null);
  name = $state("");
  startDate = $state("");
  weeks = $state(USUAL_WEEKS);
  weekdays = $state.raw<readonly number[]>([]);
  emphasis = $state.raw<EmphasisByMuscle>({});
  place = $state<TrainingPlace>("gym");
  replaced = $state.raw<readonly Replaced[]>([]);
  made = $state.raw<Made | null>(null);
  into = $state.raw<Into | null>(null);
  isMaking = $state(false);
  isStarting = $state(false);
  /** Of the block to be: it is started once, also if the answer gets lost. */
  #id = newId();
  /** Whether the lifter has changed the plan: no other place takes that away. */
  #isEdited = false;
  readonly edit = new PlanEdit();
  readonly watch = new PlanWatch();

  readonly days = $derived(this.edit.draft.length);
  /** Weekdays in the order in which they come from the first day on. */
  readonly inOrder = $derived(
    this.startDate ? fromStart(this.weekdays, weekdayOf(this.startDate)) : [],
  );
  readonly isComplete = $derived(
    this.name.trim() !== "" &&
      this.startDate !== "" &&
      this.weekdays.length === this.days &&
      this.edit.draft.every(
        (day) => day.exercises.length > 0 && day.name.trim() !== "",
      ),
  );

  constructor() {
    this.edit.onedit = () => {
      this.#isEdited = true;
      if (this.weekdays.length !== this.days) this.weekdays = usualWeekdays(this.days);
      this.look();
    };
    this.place = PLACES.find((one) => one === app.settings.place) ?? "gym";
    this.#restore();
  }

  /** Start from a template. Needs the server; says so if it cannot be reached. */
  async fromTemplate(listed: ListedTemplate): Promise<void> {
    const answer = await server.call((api) =>
      api.GET("/api/v1/templates/{template_id}", {
        params: { path: { template_id: listed.id } },
      }),
    );
    if (!isDone(answer)) return;
    const draft = templateToDraft(answer.data);
    this.#begin({ kind: "template", templateId: listed.id, draft }, inWords(listed));
    this.emphasis = answer.data.emphasis;
    await this.adapt(this.place);
  }

  /** Show a block that would suit, to look around in. Needs the server. */
  async example(): Promise<void> {
    const answer = await server.call((api) => api.GET("/api/v1/templates"));
    if (!isDone(answer)) return;
    const [first] = candidates(answer.data, {
      experience: rows.preferences?.experience ?? "intermediate",
      days: EXAMPLE.days,
      minutes: rows.preferences?.sessionMinutes ?? EXAMPLE.minutes,
      place: this.place,
    });
    if (first) await this.fromTemplate(first);
  }

  /** Start from a week of an earlier block. */
  fromBlock(id: string, week: number): void {
    const block = rows.mesocycles.get(id);
    if (!block) return;
    const draft = weekToDraft(block, rows.instancesOf(id), week);
    const name = blockName(block);
    this.#begin({ kind: "block", mesocycleId: id, week, draft }, { ...block, name });
    this.emphasis = Object.fromEntries(
      block.emphasis.map((one) => [one.muscle, one.emphasis as "grow"]),
    );
    this.replaced = [];
  }

  /** Start with so many empty workouts; `nameOf` names them. */
  byHand(count: number, name: string, nameOf: (number: number) => string): void {
    const weekdays = usualWeekdays(count);
    const draft = weekdays.map((weekday, index) => ({
      id: newId(),
      name: nameOf(index + 1),
      weekday,
      exercises: [],
    }));
    this.#begin({ kind: "hand", draft }, { name, durationWeeks: USUAL_WEEKS });
    this.replaced = [];
  }

  /** Start with workouts: those that the lifter usually does, or that are proposed. */
  fromHabits(
    workouts: readonly PlainWorkout[],
    name: string,
    about: { readonly weeks?: number; readonly emphasis?: EmphasisByMuscle } = {},
  ): void {
    const draft = plainDraft(workouts);
    const durationWeeks = about.weeks ?? USUAL_WEEKS;
    this.#begin({ kind: "hand", draft }, { name, durationWeeks });
    this.emphasis = about.emphasis ?? {};
    this.replaced = [];
    this.look();
  }

  /** Start with what is proposed for the block that a program plans next. */
  fromProposal(proposal: Proposal, planned: PlannedNext): void {
    const { id, revision, name, startDate } = planned;
    this.fromFile({ ...proposal, name, description: null, findings: [] });
    if (startDate && startDate > app.today) this.startDate = startDate;
    this.into = { id, revision };
    this.look();
  }

  /** Start with a week that was made for the lifter. */
  fromMade(made: Made, draft: Draft, name: string): void {
    const { plan } = made;
    this.#begin({ kind: "hand", draft }, { name, durationWeeks: plan.durationWeeks });
    this.weekdays = plan.workouts.map((workout) => workout.weekday);
    this.emphasis = plan.emphasis;
    this.replaced = [];
    this.made = made;
    this.look();
  }

  /** Start with a plan from a file, on its days of the week. */
  fromFile({ workouts, name, durationWeeks, emphasis }: ReadPlan): void {
    this.fromHabits(workouts, name, { weeks: durationWeeks, emphasis });
    this.weekdays = workouts.map((workout) => workout.weekday);
    this.look();
  }

  /** Replace what a place has no equipment for. */
  async adapt(place: TrainingPlace): Promise<void> {
    this.place = place;
    app.save({ place });
    await catalogueHere();
    if (!this.source || this.source.kind === "hand") return;
    const before = this.#isEdited ? this.edit.draft : planInWords(this.source);
    // What was chosen while the exercises were still on their way counts.
    const { draft, replaced } = adapted(before, rows.exercises, this.place);
    this.replaced = replaced;
    if (this.#isEdited) this.edit.put(draft);
    else this.edit.load(draft);
    this.look();
  }

  /** Ask what comes of the plan as it is now, and keep it. */
  look(): void {
    if (!this.source || this.startDate === "") return;
    this.watch.ask({
      draft: this.edit.draft,
      weekdays: this.inOrder,
      weeks: this.weeks,
      startDate: this.startDate,
      emphasis: this.emphasis,
    });
    const { source, name, startDate, weeks, weekdays, emphasis } = this;
    keepBlock({
      source,
      draft: this.edit.draft,
      name,
      startDate,
      weeks,
      weekdays,
      emphasis,
      made: this.made,
      into: this.into,
    });
  }

  /** Start the block in place of the one that runs; returns its id when done. */
  async start(): Promise<string | null> {
    if (!this.source) return null;
    this.isStarting = true;
    const { into } = this;
    const id = into?.id ?? this.#id;
    const body = startBody(this.source, this.edit.draft, {
      id,
      name: this.name.trim(),
      ...aboutInWords(this.source),
      startDate: this.startDate,
      weeks: this.weeks,
      weekdays: this.weekdays,
      emphasis: this.emphasis,
    });
    const isStarted = await startBlock(body, into);
    if (isStarted) {
      await app.syncNow();
      this.forget();
    }
    this.isStarting = false;
    return isStarted ? id : null;
  }

  /** Choose where to start from again. */
  forget(): void {
    this.source = null;
    keepBlock(null);
  }

  #begin(
    source: Source,
    from: { readonly name: string; readonly durationWeeks: number },
  ): void {
    this.name = from.name;
    this.weeks = from.durationWeeks;
    this.startDate = app.today;
    this.weekdays = shifted(
      source.draft.map((day) => day.weekday),
      weekdayOf(app.today),
    );
    this.emphasis = {};
    this.made = null;
    this.into = null;
    this.#id = newId();
    this.edit.load(planInWords(source));
    this.#isEdited = false;
    this.source = source;
    this.look();
  }

  #restore(): void {
    try {
      const kept = keptBlock();
      if (!kept) return;
      this.edit.load(kept.draft);
      this.#isEdited = true;
      this.name = kept.name;
      this.weeks = kept.weeks;
      this.weekdays = kept.weekdays;
      this.emphasis = kept.emphasis;
      this.startDate = kept.startDate < app.today ? app.today : kept.startDate;
      this.source = kept.source;
      this.made = kept.made ?? null;
      this.into = kept.into ?? null;
      this.look();
    } catch {
      keepBlock(null);
    }
  }
}
