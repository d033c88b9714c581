const LONG_MS = 450;

/**
 * Call back when a button is held, or its context menu is asked for by mouse or keyboard.
 *
 * The tap that ends a long press does not count as one.
 */
export function held(onheld: () => void): (button: HTMLElement) => () => void {
  return (button) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasHeld = false;
    const press = () => {
      wasHeld = false;
      clearTimeout(timer);
      timer = setTimeout(() => {
        wasHeld = true;
        onheld();
      }, LONG_MS);
    };
    const release = () => {
      clearTimeout(timer);
    };
    const menu = (event: Event) => {
      event.preventDefault();
      clearTimeout(timer);
      if (!wasHeld) onheld();
      wasHeld = true;
    };
    const click = (event: Event) => {
      clearTimeout(timer);
      // A key that presses the button ends no long press.
      if (!wasHeld || (event as MouseEvent).detail === 0) return;
      wasHeld = false;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const handlers: readonly (readonly [string, (event: Event) => void])[] = [
      ["pointerdown", press],
      ["pointerup", release],
      ["pointercancel", release],
      ["pointerleave", release],
      ["contextmenu", menu],
    ];
    for (const [name, handler] of handlers) button.addEventListener(name, handler);
    button.addEventListener("click", click, { capture: true });
    return () => {
      clearTimeout(timer);
      for (const [name, handler] of handlers) button.removeEventListener(name, handler);
      button.removeEventListener("click", click, { capture: true });
    };
  };
}
