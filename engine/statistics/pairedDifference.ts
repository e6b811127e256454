import { sampleVariance } from "simple-statistics";
import { type ConfidenceInterval, confidenceInterval } from "./confidenceInterval.ts";

/** Mean of the differences of pairs, with what the pairing brought. */
export interface PairedDifference extends ConfidenceInterval {
  /** Share of the pairs whose difference has the sign of the mean (0 counts as a sign of its own). */
  readonly shareSameSign: number;
  /**
   * (variance of a + variance of b) / variance of the differences: how many times more replications unpaired
   * runs would need. Null when the differences do not vary.
   */
  readonly varianceReduction: number | null;
}

/**
 * Paired difference a − b of values that share their random numbers pair by pair.
 *
 * Valid because the pairs are independent of each other; within a pair anything goes. Equal series give mean 0
 * and half-width 0 exactly (for two pairs or more).
 *
 * @param a values of the scenario, one per replication
 * @param b values of the base, in the same order
 * @param level confidence level in (0, 1)
 * @throws {RangeError} if the lengths differ, or are 0
 * @see Law (2015), Simulation Modeling and Analysis, 5th ed., sections 10.2.1 and 11.2
 * @example
 * pairedDifference([3, 5, 7], [1, 2, 3], 0.95); // => { mean: 3, halfWidth: 2.484..., shareSameSign: 1, ... }
 */
export function pairedDifference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  level: number,
): PairedDifference {
  if (a.length !== b.length) {
    throw new RangeError(`pairedDifference requires series of one length, got ${a.length} and ${b.length}`);
  }
  const differences = Array.from(a, (value, i) => value - (b[i] as number));
  const interval = confidenceInterval(differences, level);
  const sign = Math.sign(interval.mean);
  const same = differences.filter((difference) => Math.sign(difference) === sign).length;
  return {
    ...interval,
    shareSameSign: same / differences.length,
    varianceReduction: reduction(Array.from(a), Array.from(b), differences),
  };
}

function reduction(a: number[], b: number[], differences: number[]): number | null {
  const first = differences[0];
  if (differences.every((difference) => difference === first)) {
    return null;
  }
  return (sampleVariance(a) + sampleVariance(b)) / sampleVariance(differences);
}
