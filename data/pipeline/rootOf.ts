import { bisect } from "./bisect.ts";

/**
 * The root of a falling function that is known to have one between two bounds.
 *
 * @throws {RangeError} if it does not change sign there
 */
export function rootOf(from: number, to: number, excess: (x: number) => number): number {
  const root = bisect(from, to, excess);
  if (root === null) throw new RangeError(`rootOf found no root between ${from} and ${to}`);
  return root;
}
