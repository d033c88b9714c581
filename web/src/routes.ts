import type { Component } from "svelte";
import { speech } from "./messages/index.svelte.ts";
import Today from "./screens/today/Today.svelte";
import type { Route } from "./state/router.svelte.ts";

type Load = () => Promise<Component>;

export interface Screen extends Route {
  readonly load: Load;
  /** Whether it is for people who are not signed in. */
  readonly isOpen?: boolean;
}

/** Every screen by its path. What is not in the first bundle is fetched when needed. */
export const SCREENS: readonly Screen[] = [
  // The first one is in the first bundle: a start is one script, not twenty.
  screen("today", "/today", () => Promise.resolve({ default: Today })),
  screen("workout", "/workout/:id", () => import("./screens/workout/Workout.svelte")),
  screen("blocks", "/blocks", () => import("./screens/blocks/Blocks.svelte")),
  screen("block", "/block/:id", () => import("./screens/block/Block.svelte")),
  screen("program", "/program/:id", () => import("./screens/program/Program.svelte")),
  screen("review", "/review/:id", () => import("./screens/review/Review.svelte")),
  screen("new", "/new", () => import("./screens/newblock/NewBlock.svelte")),
  screen(
    "exercises",
    "/exercises",
    () => import("./screens/exercises/Exercises.svelte"),
  ),
  screen(
    "exercise",
    "/exercises/:id",
    () => import("./screens/exercises/Exercise.svelte"),
  ),
  screen("history", "/history", () => import("./screens/history/History.svelte")),
  screen("past", "/history/:id", () => import("./screens/history/PastWorkout.svelte")),
  screen(
    "analytics",
    "/analytics",
    () => import("./screens/analytics/Analytics.svelte"),
  ),
  screen("recovery", "/recovery", () => import("./screens/recovery/Recovery.svelte")),
  screen("settings", "/settings", () => import("./screens/settings/Settings.svelte")),
  screen(
    "settings",
    "/settings/:page",
    () => import("./screens/settings/Settings.svelte"),
  ),
  screen("import", "/import", () => import("./screens/import/Import.svelte")),
  screen("outbox", "/outbox", () => import("./screens/outbox/Outbox.svelte")),
  screen(
    "decisions",
    "/decisions",
    () => import("./screens/decisions/Decisions.svelte"),
  ),
  screen("welcome", "/welcome", () => import("./screens/welcome/Welcome.svelte"), true),
  screen("signin", "/sign-in", () => import("./screens/signin/SignIn.svelte"), true),
];

function screen(
  name: string,
  pattern: string,
  from: () => Promise<{ default: Component }>,
  isOpen = false,
): Screen {
  const load = async () => {
    const [module] = await Promise.all([
      from(),
      name === "today" ? null : speech.whole(),
    ]);
    return module.default;
  };
  return { name, pattern, isOpen, load };
}
