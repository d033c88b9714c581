export interface Route {
  readonly name: string;
  /** Such as `/workout/:id`. */
  readonly pattern: string;
}

export interface Match {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Return the first route whose pattern a path has, with the named parts of it. */
export function matched(routes: readonly Route[], path: string): Match | null {
  const parts = path.split("/").filter(Boolean);
  for (const { name, pattern } of routes) {
    const wanted = pattern.split("/").filter(Boolean);
    if (wanted.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((want, place) => {
      const part = parts[place] ?? "";
      if (!want.startsWith(":")) return want === part;
      params[want.slice(1)] = decodeURIComponent(part);
      return true;
    });
    if (fits) return { name, params };
  }
  return null;
}

/** Where the person is in the app: the path of the address, without a reload. */
class Router {
  path = $state(location.pathname);
  query = $state.raw(new URLSearchParams(location.search));
  params = $state.raw<Readonly<Record<string, string>>>({});
  /** What stood behind `#/` when the app was opened: servers and logs never see it. */
  readonly behindHash = location.hash.replace(/^#\/?/, "");

  constructor() {
    if (this.behindHash.startsWith("welcome/")) this.go("/welcome", { replace: true });
    addEventListener("popstate", () => {
      this.#read();
    });
    document.addEventListener("click", (event) => {
      this.#follow(event);
    });
  }

  /** Go to a path such as `/block/123?week=2`. */
  go(to: string, how: { readonly replace?: boolean } = {}): void {
    if (how.replace) history.replaceState(null, "", to);
    else history.pushState(null, "", to);
    this.#read();
    scrollTo(0, 0);
  }

  back(otherwise = "/today"): void {
    if (history.length > 1) history.back();
    else this.go(otherwise, { replace: true });
  }

  #read(): void {
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
  }

  /** Take over plain clicks on links into the app. */
  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest("a");
    if (!link || link.target || link.hasAttribute("download")) return;
    if (link.origin !== location.origin || link.pathname.startsWith("/api/")) return;
    if (link.getAttribute("href")?.startsWith("#")) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}

export const router = new Router();
