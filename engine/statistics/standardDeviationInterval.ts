import { sampleVariance } from "simple-statistics";
import { jackknifeInterval } from "./jackknifeInterval.ts";
import { variancesWithoutOne } from "./variancesWithoutOne.ts";

/** A sample standard deviation with its confidence interval. */
export interface StandardDeviationInterval {
  /** In the unit of the values; divided by n - 1. */
  readonly standardDeviation: number;
  /** Bounds; null when all values but one are equal, or there are only two: they say nothing about the spread. */
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
}

/**
 * Standard deviation of independent values, with a confidence interval that does not assume that they are
 * normal: the jackknife of the logarithm of the variance.
 *
 * The chi-square interval of the textbooks is wrong for any other distribution, however many the values. This
 * one is nearly right for normal and short-tailed values from 10 on; long tails need hundreds. Values that are
 * all equal give exactly 0, 0, 0.
 *
 * @param values at least two
 * @param level confidence level in (0, 1)
 * @throws {RangeError} if there are fewer than two values, or the level is out of its range
 * @see Miller (1968), Jackknifing variances, The Annals of Mathematical Statistics 39(2), 567-582
 * @example
 * standardDeviationInterval([1, 2, 3, 4, 5], 0.95).standardDeviation; // => 1.5811388300841898
 */
export function standardDeviationInterval(
  values: ArrayLike<number>,
  level: number,
): StandardDeviationInterval {
  const list = Array.from(values);
  if (list.length < 2) {
    throw new RangeError(`standardDeviationInterval requires at least two values, got ${list.length}`);
  }
  if (list.every((value) => value === list[0])) {
    return { standardDeviation: 0, low: 0, high: 0, level };
  }
  const variance = sampleVariance(list);
  const standardDeviation = Math.sqrt(variance);
  const interval = list.length < 3 ? null : ofLogarithm(list, variance, level);
  return interval === null
    ? { standardDeviation, low: null, high: null, level }
    : { standardDeviation, low: Math.exp(interval.low / 2), high: Math.exp(interval.high / 2), level };
}

function ofLogarithm(list: readonly number[], variance: number, level: number) {
  return jackknifeInterval(Math.log(variance), variancesWithoutOne(list).map(Math.log), level);
}
