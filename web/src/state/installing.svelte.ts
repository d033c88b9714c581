/** What a browser offers that can install the app; not all do. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/** Whether the app is installed, or can be. */
class Installing {
  #offer = $state.raw<InstallOffer | null>(null);
  isInstalled = $state(matchMedia("(display-mode: standalone)").matches);

  constructor() {
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      this.#offer = event as InstallOffer;
    });
    addEventListener("appinstalled", () => {
      this.isInstalled = true;
    });
  }

  get canAsk(): boolean {
    return this.#offer !== null;
  }

  async ask(): Promise<void> {
    await this.#offer?.prompt();
    this.#offer = null;
  }
}

export const installing = new Installing();
