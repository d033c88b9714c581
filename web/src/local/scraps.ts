/** Small things of the moment that survive a reload, and may be lost without harm. */

const PREFIX = "metricgain.";

/** Keep a text under a name, or forget it; a browser that keeps nothing is no error. */
export function keepScrap(name: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, text);
  } catch {
    // Private browsing or no space left: it lasts as long as the page.
  }
}

export function scrap(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Call back when another tab keeps or forgets what has this name. */
export function onScrap(
  name: string,
  changed: (text: string | null) => void,
): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === PREFIX + name) changed(event.newValue);
  };
  addEventListener("storage", listen);
  return () => {
    removeEventListener("storage", listen);
  };
}
