/** What the apps call themselves whose files are read; tables of one's own have none. */
const APPS: Readonly<Record<string, string>> = {
  strong: "Strong",
  hevy: "Hevy",
  fitbod: "Fitbod",
  fitnotes: "FitNotes",
  gymbook: "GymBook",
  jefit: "Jefit",
  liftosaur: "Liftosaur",
  openweight: "openweight",
  stronglifts: "StrongLifts",
};

/** Return the name of an app, or null for a table of the lifter's own. */
export function appName(app: string): string | null {
  return APPS[app] ?? null;
}
