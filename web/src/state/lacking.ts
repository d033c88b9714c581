import type { Home } from "./home.ts";
import { homeIfAny } from "./home.ts";
import { rows } from "./rows.svelte.ts";
import { server } from "./server.ts";

/** What no exchange of rows brings: the catalogue of exercises and the landmarks. */
export class Lacking {
  readonly #here: Home;
  #isDue = true;

  constructor(here: Home) {
    this.#here = here;
  }

  /** Bring it once for each start of the app; what fails is tried with the next call. */
  async bring(): Promise<void> {
    if (!this.#isDue) return;
    this.#isDue = false;
    try {
      await this.#catalogue();
      await this.#landmarks();
    } catch {
      // Without a network, what is on the device stays as it is.
      this.#isDue = true;
    }
  }

  async #catalogue(): Promise<void> {
    const { refreshCatalogue } = await import("../sync/catalogue.ts");
    const isNew = await refreshCatalogue(this.#here.store, await server.api());
    if (isNew && this.#isOpen()) await rows.refreshCatalogue();
  }

  async #landmarks(): Promise<void> {
    const answer = await server.call((api) => api.GET("/api/v1/preferences"));
    if (!answer.ok) throw new Error("the landmarks did not come");
    if (this.#isOpen()) await rows.keepLandmarks(answer.data.landmarks);
  }

  #isOpen(): boolean {
    return homeIfAny() === this.#here;
  }
}
