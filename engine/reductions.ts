import { hash24 } from "./hash24.ts";
import type { Reduction } from "./parameters.ts";

/** Most reductions of a stream: the set that a person earns fits into four bits, the first reduction in the lowest. */
export const MOST_REDUCTIONS = 4;

/** 1 for each rule whose reductions are other ones than those of the rule in the same place before. */
export function changedReductions(before: readonly Reduced[], now: readonly Reduced[]): Uint8Array {
  return Uint8Array.from(now, ({ reductions }, i) =>
    JSON.stringify(reductions) === JSON.stringify(before[i]!.reductions) ? 0 : 1,
  );
}

type Reduced = { readonly reductions: readonly Reduction[] };

/** Share of the admissions that earn exactly a set of reductions: each is earned independently of the others. */
export function shareEarning(reductions: readonly Reduction[], earned: number): number {
  return reductions.reduce(
    (product, { share }, i) => product * ((earned & (1 << i)) !== 0 ? share : 1 - share),
    1,
  );
}

/**
 * Numbers that stand for the ids of reductions in the keys of random numbers, so that a person earns the same ones
 * wherever they stand in the list: 24 bits of the FNV-1a hash.
 *
 * @throws {RangeError} if there are too many, or two that a key cannot tell apart
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function reductionKeys(reductions: readonly Reduction[]): Int32Array {
  if (reductions.length > MOST_REDUCTIONS) {
    throw new RangeError(`reductions must be at most ${MOST_REDUCTIONS}, got ${reductions.length}`);
  }
  const keys = Int32Array.from(reductions, ({ id }) => hash24(id));
  keys.forEach((key, i) => {
    const twin = keys.indexOf(key);
    if (twin < i) {
      throw new RangeError(
        `reductions require ids of different hashes, got "${reductions[twin]!.id}" and "${reductions[i]!.id}"`,
      );
    }
  });
  return keys;
}
