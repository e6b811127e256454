import { rootKey } from "../keyedRandom.ts";
import { threefry2x32 } from "../threefry.ts";

/**
 * Uniforms in [0, 1) by key: the same (row, column) always gives the same number, whatever was drawn before.
 * Row and column are whole numbers of 32 bits. What they mean is up to the reader of the uniforms; a design
 * uses (point, parameter), a bootstrap (resample, draw).
 */
export type KeyedUniform = (row: number, column: number) => number;

const TWO_POW_26 = 67_108_864;
const TWO_POW_MINUS_53 = 2 ** -53;
/** Stands where a replication has its index, so that no design shares the random numbers of a replication. */
const NO_REPLICATION = -1;

/**
 * A source of keyed uniforms, multiples of 2^-53, for designs and bootstraps.
 *
 * Two sources with different names are independent of each other and of every replication.
 *
 * @param seed any text, as for the replications
 * @param name what the numbers are for, such as "latin hypercube"
 * @see {@link rootKey}, {@link threefry2x32}
 * @example
 * const uniform = keyedUniform("1", "design");
 * uniform(3, 5) === keyedUniform("1", "design")(3, 5); // => true
 */
export function keyedUniform(seed: string, name: string): KeyedUniform {
  const [key0, key1] = rootKey(seed, NO_REPLICATION, name);
  const words = new Int32Array(2);
  return (row, column) => {
    threefry2x32(key0, key1, row, column, words);
    return ((words[0]! >>> 5) * TWO_POW_26 + (words[1]! >>> 6)) * TWO_POW_MINUS_53;
  };
}
