const STILL_MS = 700;

let pending: (() => void) | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Move what is on the screen once no finger has been on it for a moment.
 *
 * Whoever taps a set again, for a rep less, must not find another set in its place.
 */
export function onceStill(move: () => void): void {
  pending = move;
  wait();
}

function wait(): void {
  if (!pending) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    const move = pending;
    pending = null;
    move?.();
  }, STILL_MS);
}

addEventListener("pointerdown", () => {
  clearTimeout(timer);
});
addEventListener("pointerup", wait);
addEventListener("pointercancel", wait);
