/**
 * A random order of 0 … n - 1, each equally likely: the ranks of n independent uniforms.
 *
 * Every number is drawn by its own key, so there is no order of drawing to keep. Equal uniforms, which have a
 * chance of about n² 2^-54, are ordered by index.
 *
 * @param n at least 0
 * @param draw uniform of the element with this index
 * @returns rank of each element
 * @example
 * randomPermutation(3, (i) => [0.5, 0.9, 0.1][i]); // => [1, 2, 0]
 */
export function randomPermutation(n: number, draw: (index: number) => number): Uint32Array {
  const uniforms = Float64Array.from({ length: n }, (_, i) => draw(i));
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  order.sort((a, b) => uniforms[a]! - uniforms[b]! || a - b);
  const ranks = new Uint32Array(n);
  order.forEach((element, rank) => {
    ranks[element] = rank;
  });
  return ranks;
}
