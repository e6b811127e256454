import type { KeyedUniform } from "./keyedUniform.ts";
import { owenScramble } from "./owenScramble.ts";
import { SOBOL_DIRECTIONS } from "./sobolDirections.ts";

const BITS = 32;

/** Most dimensions that {@link sobolPoints} has direction numbers for. */
export const MOST_SOBOL_DIMENSIONS = SOBOL_DIRECTIONS.length + 1;

/**
 * The first points of Sobol's sequence: they fill the unit cube more evenly than independent points, in every
 * dimension and, for the numbers used here, in pairs of dimensions.
 *
 * Best with a power of two, when each dimension has one point in each of n strata. The plain sequence is a fixed
 * set that begins at the origin: it says nothing about its own error, and an unbounded distribution has no finite
 * value there. With `scramble` each point is uniform by itself, means are unbiased, and repetitions with several
 * sources give an honest interval. More points leave the first ones as they are.
 *
 * @param points at least 1, at most 2^31
 * @param dimensions 1 to {@link MOST_SOBOL_DIMENSIONS}
 * @param scramble source of Owen's scramble; without it the plain sequence
 * @returns points in [0, 1)^dimensions, multiples of 2^-32
 * @throws {RangeError} if there is no point, or the dimensions are out of range
 * @see Joe & Kuo (2003), ACM Transactions on Mathematical Software 29(1), 49-57 (algorithm); {@link SOBOL_DIRECTIONS}
 * @example
 * sobolPoints(4, 2); // => [[0, 0], [0.5, 0.5], [0.75, 0.25], [0.25, 0.75]]
 */
export function sobolPoints(points: number, dimensions: number, scramble?: KeyedUniform): Float64Array[] {
  if (!(points >= 1 && points <= 2 ** 31)) {
    throw new RangeError(`sobolPoints requires 1 to 2^31 points, got ${points}`);
  }
  if (!(dimensions >= 1 && dimensions <= MOST_SOBOL_DIMENSIONS)) {
    throw new RangeError(`sobolPoints requires 1 to ${MOST_SOBOL_DIMENSIONS} dimensions, got ${dimensions}`);
  }
  const design = Array.from({ length: points }, () => new Float64Array(dimensions));
  for (let j = 0; j < dimensions; j++) {
    const directions = directionNumbers(j);
    let bits = 0;
    design.forEach((point, i) => {
      if (i > 0) {
        // Neighbours in Gray code differ in one digit: the number of trailing zeros of i.
        bits ^= directions[31 - Math.clz32(i & -i)]!;
      }
      const shown = scramble === undefined ? bits : owenScramble(bits, j, scramble);
      point[j] = (shown >>> 0) / 2 ** BITS;
    });
  }
  return design;
}

/** The 32 direction numbers of a dimension (counted from 0), each as a binary fraction of 32 bits. */
function directionNumbers(dimension: number): Int32Array {
  const directions = new Int32Array(BITS);
  if (dimension === 0) {
    return directions.map((_, i) => 1 << (BITS - 1 - i));
  }
  const [coefficients = 0, ...initial] = SOBOL_DIRECTIONS[dimension - 1]!;
  const degree = initial.length;
  for (let i = 0; i < BITS; i++) {
    if (i < degree) {
      directions[i] = initial[i]! << (BITS - 1 - i);
      continue;
    }
    let next = directions[i - degree]! ^ (directions[i - degree]! >>> degree);
    for (let k = 1; k < degree; k++) {
      if ((coefficients >>> (degree - 1 - k)) & 1) {
        next ^= directions[i - k]!;
      }
    }
    directions[i] = next;
  }
  return directions;
}
