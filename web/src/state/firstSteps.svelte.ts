import type { WeightUnit } from "../model/rows.ts";
import {
  type Answers,
  type Template,
  bestOf,
  candidates,
} from "../model/plan/choose.ts";
import { type Draft, weekdaysOf } from "../model/plan/draft.ts";
import type { Preview } from "../model/plan/preview.ts";
import { type TrainingPlace, replacementsFor } from "../model/plan/replace.ts";
import { type Cut, shorter, strongest } from "../model/plan/shorten.ts";
import {
  type Source,
  shifted,
  startBody,
  templateToDraft,
  weekdayOf,
  withReplacements,
  withoutMissing,
} from "../model/plan/start.ts";
import { app, browserZone } from "./app.svelte.ts";
import { catalogueHere } from "./catalogueHere.ts";
import { change } from "./change.ts";
import { newId } from "./clock.svelte.ts";
import { askPreview } from "./preview.svelte.ts";
import { isDone } from "./refusal.ts";
import { rows } from "./rows.svelte.ts";
import { server } from "./server.ts";
import { aboutInWords, inWords, planInWords } from "./templateWords.ts";

export const QUESTIONS = ["experience", "days", "minutes", "place", "unit"] as const;
export type Question = (typeof QUESTIONS)[number];
/** Whoever has this long has no limit. */
export const LONG_MINUTES = 90;
/** A few minutes more are nothing to shorten a plan for. */
const TOLERATED_MINUTES = 5;
/** How often a plan is made shorter before the rest is accepted. */
const MOST_TURNS = 12;

/** A block that would suit, and how it was made to. */
export interface Proposal {
  readonly template: Template;
  readonly source: Source;
  readonly draft: Draft;
  readonly preview: Preview;
  readonly cut: Cut | "over";
  readonly replaced: number;
  readonly leftOut: number;
}

/** Five questions, and the block that follows from their answers. */
export class FirstSteps {
  step = $state<Question | "proposal">("experience");
  experience = $state<string | null>(null);
  days = $state<number | null>(null);
  minutes = $state<number | null>(null);
  place = $state<TrainingPlace | null>(null);
  unit = $state<WeightUnit | null>(null);
  timezone = $state(browserZone());
  stage = $state<"asking" | "known" | "offline">("asking");
  proposal = $state.raw<Proposal | null>(null);
  isStarting = $state(false);
  /** Of the block to be: it is started once, also if the answer gets lost. */
  #id = newId();

  readonly #at = $derived(
    this.step === "proposal" ? QUESTIONS.length : QUESTIONS.indexOf(this.step),
  );

  /** Go on to the next question, or to the proposal after the last one. */
  async next(): Promise<void> {
    const next = QUESTIONS[this.#at + 1];
    if (next) {
      this.step = next;
      return;
    }
    this.step = "proposal";
    await this.#keep();
    await this.propose();
  }

  back(): void {
    this.step = QUESTIONS[this.#at - 1] ?? "experience";
  }

  /** Find the block that suits. Needs the server. */
  async propose(): Promise<void> {
    this.stage = "asking";
    this.#id = newId();
    this.proposal = await this.#found();
    this.stage = this.proposal ? "known" : "offline";
  }

  /** Start the proposed block; returns whether it has begun. */
  async start(): Promise<boolean> {
    if (!this.proposal) return false;
    const { template, source, draft } = this.proposal;
    this.isStarting = true;
    const body = startBody(source, draft, {
      id: this.#id,
      name: template.name,
      ...aboutInWords(source),
      startDate: app.today,
      weeks: template.durationWeeks,
      weekdays: this.#weekdays(draft),
      emphasis: template.emphasis,
    });
    const answer = await server.call((api) => api.POST("/api/v1/mesocycles", { body }));
    if (!isDone(answer)) {
      this.isStarting = false;
      return false;
    }
    await app.syncNow();
    return true;
  }

  /** Keep the answers; they wait in the outbox without a network. */
  async #keep(): Promise<void> {
    app.save({ place: this.place });
    const minutes = this.minutes ?? LONG_MINUTES;
    await change("savePreferences", {
      timezone: this.timezone,
      weightUnit: this.unit ?? "kg",
      experience: this.experience ?? "intermediate",
      sessionMinutes: minutes >= LONG_MINUTES ? null : minutes,
    });
    await app.syncNow();
  }

  #answers(): Answers {
    return {
      experience: this.experience ?? "intermediate",
      days: this.days ?? 3,
      minutes: this.minutes ?? LONG_MINUTES,
      place: this.place ?? "gym",
    };
  }

  #weekdays(draft: Draft): readonly number[] {
    return shifted(weekdaysOf(draft), weekdayOf(app.today));
  }

  async #found(): Promise<Proposal | null> {
    const answers = this.#answers();
    if (!(await catalogueHere())) return null;
    const listed = await server.call((api) => api.GET("/api/v1/templates"));
    if (!listed.ok) return null;
    const looked = await Promise.all(
      candidates(listed.data, answers).map((one) =>
        server.call((api) =>
          api.GET("/api/v1/templates/{template_id}", {
            params: { path: { template_id: one.id } },
          }),
        ),
      ),
    );
    const templates = looked.flatMap((one) => (one.ok ? [one.data] : []));
    const template = bestOf(templates, answers, rows.exercises);
    return template && this.#fitted(template, answers);
  }

  async #fitted(template: Template, answers: Answers): Promise<Proposal | null> {
    const plan = templateToDraft(template);
    const source: Source = { kind: "template", templateId: template.id, draft: plan };
    const before = planInWords(source);
    const ids = before.flatMap((day) => day.exercises.map((one) => one.exerciseId));
    const replacements = replacementsFor(ids, rows.exercises, answers.place);
    const missing = [...replacements].filter(([, to]) => to === null).map(([id]) => id);
    const draft = withoutMissing(withReplacements(before, replacements), missing);
    const found = await this.#shortEnough(draft, {
      weeks: template.durationWeeks,
      minutes: answers.minutes,
    });
    return (
      found && {
        template: inWords(template),
        source,
        replaced: replacements.size - missing.length,
        leftOut: missing.length,
        ...found,
      }
    );
  }

  /** Return a plan whose workouts are as long as there is time, or else the shortest. */
  async #shortEnough(
    draft: Draft,
    { weeks, minutes }: { readonly weeks: number; readonly minutes: number },
  ): Promise<Pick<Proposal, "draft" | "preview" | "cut"> | null> {
    let [now, cut]: [Draft, Cut] = [draft, "none"];
    for (let turn = 0; ; turn += 1) {
      const preview = await askPreview({
        draft: now,
        weekdays: this.#weekdays(now),
        weeks,
        startDate: app.today,
        emphasis: {},
      });
      if (!preview) return null;
      const isLong = (place: number) =>
        (preview.minutes[place]?.first ?? 0) > minutes + TOLERATED_MINUTES;
      const isFitting =
        minutes >= LONG_MINUTES || !now.some((_, place) => isLong(place));
      const next = now.map((day, place) =>
        isLong(place) ? shorter(day, rows.exercises) : null,
      );
      if (isFitting) return { draft: now, preview, cut };
      if (turn === MOST_TURNS || next.every((one) => one === null)) {
        return { draft: now, preview, cut: "over" };
      }
      for (const one of next) if (one) cut = strongest(cut, one.cut);
      now = now.map((day, place) => next[place]?.day ?? day);
    }
  }
}
