/**
 * Cuts the numbers from, …, to - 1 into portions that follow each other.
 *
 * @param most numbers in a portion; at least one
 * @returns first number and end of each portion
 * @example
 * [...portions(3, 8, 2)]; // => [[3, 5], [5, 7], [7, 8]]
 */
export function* portions(from: number, to: number, most: number): Generator<[from: number, to: number]> {
  for (let first = from; first < to; first += most) yield [first, Math.min(to, first + most)];
}
