import type { Place } from "../../model/plan/draft.ts";

/** An exercise that is dragged to another place, with a finger or a mouse. */
export class Dragging {
  from = $state.raw<Place | null>(null);
  /** Before which exercise it would land. */
  to = $state.raw<Place | null>(null);
  readonly #ondrop: (from: Place, to: Place) => void;

  constructor(ondrop: (from: Place, to: Place) => void) {
    this.#ondrop = ondrop;
  }

  isFrom(day: number, index: number): boolean {
    return this.from?.day === day && this.from.index === index;
  }

  isTo(day: number, index: number): boolean {
    return this.to?.day === day && this.to.index === index;
  }

  start(event: PointerEvent, from: Place): void {
    if (event.button !== 0) return;
    event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.from = from;
    this.to = from;
  }

  move(event: PointerEvent): void {
    if (!this.from) return;
    this.to = placeAt(event.clientX, event.clientY) ?? this.to;
    scrollNear(event.clientY);
  }

  end(): void {
    const { from, to } = this;
    this.cancel();
    if (!from || !to) return;
    // Above the gap that the exercise leaves behind, the places move up by one.
    const isBelow = from.day === to.day && to.index > from.index;
    const target = isBelow ? { ...to, index: to.index - 1 } : to;
    if (target.day !== from.day || target.index !== from.index) {
      this.#ondrop(from, target);
    }
  }

  cancel(): void {
    this.from = null;
    this.to = null;
  }
}

const EDGE_PX = 80;
const SCROLL_PX = 12;

function scrollNear(y: number): void {
  if (y < EDGE_PX) scrollBy(0, -SCROLL_PX);
  else if (y > innerHeight - EDGE_PX) scrollBy(0, SCROLL_PX);
}

/** Return the place under a point: before the exercise there, or after the last one. */
function placeAt(x: number, y: number): Place | null {
  const under = document.elementFromPoint(x, y);
  const day = under?.closest<HTMLElement>("[data-day]");
  if (!day) return null;
  const row = under?.closest<HTMLElement>("[data-index]");
  const number = Number(day.dataset["day"]);
  if (!row) return { day: number, index: day.querySelectorAll("[data-index]").length };
  const box = row.getBoundingClientRect();
  const isLower = y > box.top + box.height / 2;
  return { day: number, index: Number(row.dataset["index"]) + (isLower ? 1 : 0) };
}
