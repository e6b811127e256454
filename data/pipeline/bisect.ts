/**
 * The root of a falling function between two bounds, by halving; null if it does not change sign there.
 *
 * @example
 * bisect(0, 4, (x) => 2 - x); // => 2
 */
export function bisect(from: number, to: number, excess: (x: number) => number): number | null {
  let [low, high] = [from, to];
  if (excess(low) < 0 || excess(high) > 0) return null;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
