/** How far apart two taps may be that are meant for the same thing, in px. */
const NEAR = 24;
/** How soon after a tap nobody can have looked at what came of it, in ms. */
const TOO_SOON = 350;
const CONTROLS =
  "button, a, input, select, textarea, summary, label, dialog, [role=radio], [role=menuitem]";

interface Tap {
  readonly control: Element;
  readonly x: number;
  readonly y: number;
  readonly at: number;
  readonly scrolled: number;
  /** When what came of it could be seen; null while it is not painted. */
  seenAt: number | null;
}

/**
 * Let the second tap of a double tap reach what the first one reached, or nothing.
 *
 * Where a tap closes a sheet or answers a question, something else lies under the finger
 * at once. It was not looked at yet, and must not be tapped by accident.
 * Returns how to stop.
 */
export function guardDoubleTaps(): () => void {
  let last: Tap | null = null;
  /** Whether a finger made the click: a label and a key make clicks of their own. */
  let isPressed = false;

  const press = () => {
    isPressed = true;
  };
  // Whoever typed or scrolled has looked.
  const look = (event: Event) => {
    if (event.type !== "input" || event instanceof InputEvent) last = null;
  };
  const click = (event: MouseEvent) => {
    if (!isPressed) return;
    isPressed = false;
    const control = controlOf(event.target);
    if (last && control && control !== last.control && isTooSoon(event, last)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    last = control && tapOf(event, control);
  };
  const handlers = [
    ["pointerdown", press],
    ["click", click as (event: Event) => void],
    ["keydown", look],
    ["input", look],
    ["scroll", look],
  ] as const;
  for (const [name, handler] of handlers) addEventListener(name, handler, true);
  return () => {
    for (const [name, handler] of handlers) removeEventListener(name, handler, true);
  };
}

function tapOf(event: MouseEvent, control: Element): Tap {
  const { clientX: x, clientY: y, timeStamp: at } = event;
  const tap: Tap = { control, x, y, at, scrolled: scrollY, seenAt: null };
  requestAnimationFrame(() => {
    requestAnimationFrame((now) => {
      tap.seenAt = now;
    });
  });
  return tap;
}

function isTooSoon(event: MouseEvent, tap: Tap): boolean {
  const { control, x, y, at, seenAt } = tap;
  // A scroll tells of itself only with the next frame.
  if (scrollY !== tap.scrolled) return false;
  if (Math.hypot(event.clientX - x, event.clientY - y) > NEAR) return false;
  const isUnseen = seenAt === null || event.timeStamp < seenAt;
  if (!isUnseen && event.timeStamp - at > TOO_SOON) return false;
  return controlOf(document.elementFromPoint(x, y)) !== control;
}

function controlOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(CONTROLS) : null;
}
