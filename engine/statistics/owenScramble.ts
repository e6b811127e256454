import type { KeyedUniform } from "./keyedUniform.ts";

const BITS = 32;

/**
 * Owen's nested uniform scramble of one coordinate: every binary digit is turned over with probability one half,
 * by a coin that belongs to the digits before it.
 *
 * Keeps the evenness of a digital net (a stratum goes to a stratum) and makes each point uniform. Points that
 * share their first digits share the coins for them, whatever the order in which they are scrambled.
 *
 * @param bits coordinate as a binary fraction of 32 bits
 * @param column key of the coordinate's dimension
 * @param uniform the coin of the digits d1 … dk has the row 1 d1 … dk (binary), which needs all 32 bits
 * @returns scrambled coordinate, as 32 bits with a sign
 * @see Owen (1995), Randomly permuted (t,m,s)-nets and (t,s)-sequences, Lecture Notes in Statistics 106, 299-317
 * @example
 * owenScramble(0, 0, () => 0.9); // => 0 (every coin says: leave the digit)
 */
export function owenScramble(bits: number, column: number, uniform: KeyedUniform): number {
  let scrambled = bits;
  for (let depth = 0; depth < BITS; depth++) {
    const before = depth === 0 ? 0 : bits >>> (BITS - depth);
    if (uniform((1 << depth) | before, column) < 0.5) {
      scrambled ^= 1 << (BITS - 1 - depth);
    }
  }
  return scrambled;
}
