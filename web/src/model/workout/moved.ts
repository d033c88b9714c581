/** Return a list with one item moved to another place. */
export function moved<T>(all: readonly T[], from: number, to: number): readonly T[] {
  const item = all[from];
  if (item === undefined) return all;
  const others = all.filter((_, place) => place !== from);
  return [...others.slice(0, to), item, ...others.slice(to)];
}
