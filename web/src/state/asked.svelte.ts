import type { Answer, Told } from "./server.ts";

/** A question to the server and its answer; the last answer stays until the next. */
export class Asked<T extends object> {
  data = $state.raw<T | null>(null);
  status = $state<"idle" | "loading" | "here" | "offline" | "failed">("idle");
  problem = $state.raw<Told | null>(null);
  #key = "";
  #turn = 0;

  /** Ask, unless the same is being asked or was answered; the latest question wins. */
  async ask(key: string, question: () => Promise<Answer<T | string>>): Promise<void> {
    const isKnown = this.status === "here" || this.status === "loading";
    if (key === this.#key && isKnown) return;
    if (key !== this.#key) this.data = null;
    this.#key = key;
    this.#turn += 1;
    const turn = this.#turn;
    this.status = "loading";
    const answer = await question();
    if (turn !== this.#turn) return;
    if (answer.ok) {
      // The same question can be answered as CSV, which is never asked for here.
      if (typeof answer.data !== "string") this.data = answer.data;
      this.status = "here";
    } else {
      this.problem = answer.problem;
      this.status = answer.offline ? "offline" : "failed";
    }
  }

  /** Forget what was answered. */
  forget(): void {
    this.#turn += 1;
    this.#key = "";
    this.data = null;
    this.status = "idle";
  }
}
