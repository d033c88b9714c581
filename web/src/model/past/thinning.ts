/** Fewer points for a line, so that ten years draw as fast as ten weeks. */

export interface Point {
  readonly x: number;
  readonly y: number | null;
}

/**
 * Return at most `most` points of a line that runs along x, its first and last among
 * them.
 *
 * Of each stretch the lowest and the highest stay, so no peak is lost. A line that is
 * short enough is returned as it is.
 */
export function thinned<P extends Point>(
  points: readonly P[],
  most: number,
): readonly P[] {
  if (points.length <= most || most < 4) return points;
  const inner = points.slice(1, -1);
  const stretches = Math.floor((most - 2) / 2);
  const kept: P[] = [];
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const from = Math.floor((stretch * inner.length) / stretches);
    const to = Math.floor(((stretch + 1) * inner.length) / stretches);
    const known = inner.slice(from, to).filter((one) => one.y !== null);
    const [first, ...rest] = known;
    if (!first) continue;
    let [low, high] = [first, first];
    for (const one of rest) {
      if ((one.y ?? 0) < (low.y ?? 0)) low = one;
      if ((one.y ?? 0) > (high.y ?? 0)) high = one;
    }
    if (low === high) kept.push(low);
    else kept.push(...(low.x < high.x ? [low, high] : [high, low]));
  }
  return [points[0] as P, ...kept, points.at(-1) as P];
}
