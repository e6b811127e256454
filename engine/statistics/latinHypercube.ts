import type { KeyedUniform } from "./keyedUniform.ts";
import { randomPermutation } from "./randomPermutation.ts";

/** Largest number below 1. */
const BELOW_ONE = 1 - 2 ** -53;

/**
 * Latin hypercube: in every dimension exactly one point lies in each of n strata of equal probability, uniform
 * within it, and the dimensions are paired at random.
 *
 * Each point by itself is uniform in the unit cube, so means are unbiased; they vary less than those of
 * independent points when the output is nearly a sum of effects of single parameters (Stein 1987). The points are
 * not independent: an interval that assumes it is too wide. A dimension's coordinates do not depend on the number
 * of dimensions. Cost: n log n for each dimension.
 *
 * @param points n, at least 1
 * @param dimensions at least 1
 * @param uniform dimension j uses the columns 2 j (order) and 2 j + 1 (place within the stratum)
 * @returns n points in [0, 1)^dimensions
 * @throws {RangeError} if there is no point or no dimension
 * @see McKay, Beckman & Conover (1979), Technometrics 21(2), 239-245; Stein (1987), Technometrics 29(2), 143-151
 * @example
 * latinHypercube(2, 1, (row) => [0.75, 0.25][row]); // => [[0.875], [0.125]]
 */
export function latinHypercube(points: number, dimensions: number, uniform: KeyedUniform): Float64Array[] {
  if (!(points >= 1)) {
    throw new RangeError(`latinHypercube requires at least one point, got ${points}`);
  }
  if (!(dimensions >= 1)) {
    throw new RangeError(`latinHypercube requires at least one dimension, got ${dimensions}`);
  }
  const design = Array.from({ length: points }, () => new Float64Array(dimensions));
  for (let j = 0; j < dimensions; j++) {
    const stratum = randomPermutation(points, (i) => uniform(i, 2 * j));
    design.forEach((point, i) => {
      point[j] = Math.min((stratum[i]! + uniform(i, 2 * j + 1)) / points, BELOW_ONE);
    });
  }
  return design;
}
