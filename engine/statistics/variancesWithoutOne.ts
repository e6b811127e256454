import { sampleVariance } from "simple-statistics";

/**
 * Sample variances (divided by one less than the number of values) of a list without one value at a time.
 *
 * Where the others are all equal the result is exactly 0. Quadratic time: made for the hundreds of draws or
 * trajectories of a design.
 *
 * @param values at least three
 * @returns the variance without value i, for each i
 * @throws {RangeError} if there are fewer than three values
 * @example
 * variancesWithoutOne([1, 2, 4]); // => [2, 4.5, 0.5]
 */
export function variancesWithoutOne(values: ArrayLike<number>): number[] {
  const list = Array.from(values);
  if (list.length < 3) {
    throw new RangeError(`variancesWithoutOne requires at least three values, got ${list.length}`);
  }
  return list.map((_, i) => {
    const others = list.toSpliced(i, 1);
    return others.every((value) => value === others[0]) ? 0 : sampleVariance(others);
  });
}
