const STILL_MS = 400;
/** Within it the screen scrolls by itself: what closes above makes no jump. */
const OWN_MS = 100;

let pending: (() => void) | null = null;
let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Move what is on the screen once no finger has been on it for a moment.
 *
 * Whoever taps a set again, for a rep less, must not find another set in its place, and
 * whoever scrolls goes on to something else.
 */
export function onceStill(move: () => void): void {
  pending = move;
  asked = performance.now();
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
addEventListener("scroll", () => {
  if (performance.now() > asked + OWN_MS) pending = null;
});
addEventListener("pointerup", wait);
addEventListener("pointercancel", wait);
