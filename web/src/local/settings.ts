/** What this browser remembers beside the rows: who, and how it looks. */
export interface BrowserSettings {
  readonly deviceId: string;
  readonly userId: number | null;
  readonly email: string | null;
  readonly fullName: string | null;
  readonly isAdmin: boolean;
  readonly theme: "system" | "light" | "dark";
  readonly language: string | null;
  readonly isSoundOn: boolean;
  /** Where the lifter trains, as the first questions have it. */
  readonly place: string | null;
}

const KEY = "metricgain";

/** Return what is remembered; a browser that remembers nothing gets the defaults. */
export function browserSettings(freshId: () => string): BrowserSettings {
  const first: BrowserSettings = {
    deviceId: freshId(),
    userId: null,
    email: null,
    fullName: null,
    isAdmin: false,
    theme: "system",
    language: null,
    isSoundOn: true,
    place: null,
  };
  try {
    const found = JSON.parse(
      localStorage.getItem(KEY) ?? "{}",
    ) as Partial<BrowserSettings>;
    return { ...first, ...found };
  } catch {
    return first;
  }
}

/** Remember; says whether the browser could. */
export function remember(settings: BrowserSettings): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
    return true;
  } catch {
    return false;
  }
}
