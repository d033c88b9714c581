/** The dialogs that are open, the topmost last: only what is in that one can be tapped. */
class Topmost {
  dialog = $state.raw<HTMLDialogElement | null>(null);
  #open: readonly HTMLDialogElement[] = [];

  opened(dialog: HTMLDialogElement): void {
    this.#be([...this.#open, dialog]);
  }

  closed(dialog: HTMLDialogElement): void {
    this.#be(this.#open.filter((one) => one !== dialog));
  }

  #be(open: readonly HTMLDialogElement[]): void {
    this.#open = open;
    this.dialog = open.at(-1) ?? null;
  }
}

export const topmost = new Topmost();
