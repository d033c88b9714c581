export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: "info" | "error";
  readonly undo?: (() => void) | undefined;
}

const SHORT_MS = 6_000;

/** What the app has to say at the moment: one thing at a time. */
class Toasts {
  current = $state.raw<Toast | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #count = 0;

  say(
    text: string,
    how: { readonly undo?: () => void; readonly kind?: Toast["kind"] } = {},
  ): void {
    clearTimeout(this.#timer);
    this.#count += 1;
    this.current = { id: this.#count, text, kind: how.kind ?? "info", undo: how.undo };
    if (how.kind === "error") return;
    this.#timer = setTimeout(() => {
      this.current = null;
    }, SHORT_MS);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.current = null;
  }
}

export const toasts = new Toasts();
