/** New versions of the app: fetched quietly, used when the person says so. */
class Updates {
  isReady = $state(false);
  #waiting: ServiceWorker | null = null;
  #isWanted = false;

  /** Keep the app on the device where the browser can. */
  async watch(): Promise<void> {
    // Service workers exist only over HTTPS and on localhost.
    if (!("serviceWorker" in navigator)) return;
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      if (this.#isWanted || this.isReady) location.reload();
    });
    const registration = await navigator.serviceWorker
      .register("/sw.js")
      .catch(() => null);
    if (!registration) return;
    if (registration.waiting) this.#offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const next = registration.installing;
      next?.addEventListener("statechange", () => {
        const isUpdate = navigator.serviceWorker.controller !== null;
        if (next.state === "installed" && isUpdate) this.#offer(next);
      });
    });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) void registration.update().catch(() => undefined);
    });
  }

  /** Use the new version in all tabs. */
  use(): void {
    this.#isWanted = true;
    this.#waiting?.postMessage("use the new version");
  }

  #offer(worker: ServiceWorker): void {
    this.#waiting = worker;
    this.isReady = true;
  }
}

export const updates = new Updates();
