import type { Sender } from "../sync/sender.ts";

/** The sender, fetched with the first exchange: the first screen does without. */
export class Sending {
  readonly #make: () => Promise<Sender>;
  #sender: Promise<Sender> | null = null;
  #isStopped = false;

  constructor(make: () => Promise<Sender>) {
    this.#make = make;
  }

  /** Exchange with the server soon. Resolves when this tab has finished trying. */
  async kick(): Promise<void> {
    if (this.#isStopped) return;
    this.#sender ??= this.#make();
    try {
      await (await this.#sender).kick();
    } catch {
      // Its code could not be fetched: the next kick asks for it again.
      this.#sender = null;
    }
  }

  stop(): void {
    this.#isStopped = true;
    void this.#sender?.then((sender) => {
      sender.stop();
    });
  }
}
