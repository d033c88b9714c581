import { type Draft, changedDays, exerciseBody } from "../model/plan/draft.ts";
import { isError } from "../model/plan/findings.ts";
import { type Preview, answerToPreview } from "../model/plan/preview.ts";
import { type EmphasisByMuscle, workoutBodies } from "../model/plan/start.ts";
import { newId } from "./clock.svelte.ts";
import { server } from "./server.ts";

/** A plan to look at before it is started or saved. */
export interface PlanToCheck {
  readonly draft: Draft;
  readonly weekdays: readonly number[];
  readonly weeks: number;
  readonly startDate: string;
  readonly emphasis: EmphasisByMuscle;
  /** The running block whose plan it is, and what it was before. */
  readonly of?: { readonly mesocycleId: string; readonly before: Draft };
}

const PATIENCE_MS = 350;
const NAMELESS = "-";

/** Ask what would come of a plan; null without the server. */
export async function askPreview(plan: PlanToCheck): Promise<Preview | null> {
  const asked = plan.draft.map((day) => day.exercises.length > 0);
  const changed = plan.of ? changedDays(plan.of.before, plan.draft) : [];
  const isOneDay = plan.of !== undefined && changed.length <= 1 && asked.every(Boolean);
  const answer = isOneDay
    ? await ofOneDay(plan, plan.of.mesocycleId, changed[0])
    : await ofAll(plan);
  return answer?.ok ? answerToPreview(answer.data, asked) : null;
}

/** Ask about a running block with other exercises on one day: with what is done. */
async function ofOneDay(plan: PlanToCheck, mesocycleId: string, dayId?: string) {
  const day = plan.draft.find((one) => one.id === dayId) ?? plan.draft[0];
  if (!day) return null;
  return server.call((api) =>
    api.POST("/api/v1/mesocycles/{mesocycle_id}/workouts/{workout_id}/preview", {
      params: { path: { mesocycle_id: mesocycleId, workout_id: day.id } },
      body: { exercises: day.exercises.map(exerciseBody) },
    }),
  );
}

/** Ask about a plan as if it started on its first day. */
async function ofAll(plan: PlanToCheck) {
  const workouts = workoutBodies(plan.draft, plan.weekdays)
    .filter((day) => day.exercises.length > 0)
    .map((day) => ({ ...day, name: day.name.trim() || NAMELESS }));
  if (workouts.length === 0) return null;
  const body = {
    id: newId(),
    name: NAMELESS,
    startDate: plan.startDate,
    durationWeeks: plan.weeks,
    emphasis: plan.emphasis,
    workouts,
  };
  return server.call((api) => api.POST("/api/v1/mesocycles/preview", { body }));
}

/** What comes of a plan while it is edited: asked a moment after the last change. */
export class PlanWatch {
  preview = $state.raw<Preview | null>(null);
  stage = $state<"asking" | "known" | "offline">("asking");
  readonly errors = $derived(this.preview?.findings.filter(isError).length ?? 0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #latest = 0;

  ask(plan: PlanToCheck): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(plan), PATIENCE_MS);
  }

  /** Look at once, for the first time. */
  async now(plan: PlanToCheck): Promise<void> {
    clearTimeout(this.#timer);
    await this.#look(plan);
  }

  async #look(plan: PlanToCheck): Promise<void> {
    const turn = ++this.#latest;
    const isEmpty = plan.draft.every((day) => day.exercises.length === 0);
    const found = isEmpty ? null : await askPreview(plan);
    if (turn !== this.#latest) return;
    if (found || isEmpty) this.preview = found;
    this.stage = found || isEmpty ? "known" : "offline";
  }
}
