import { studentTQuantile } from "./studentTQuantile.ts";

/** An interval from leaving out one unit at a time. */
export interface JackknifeInterval {
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
}

/**
 * Confidence interval of a smooth statistic of n independent units, by the jackknife with Student's t: centred
 * at the mean of the pseudo-values, which has less bias than the statistic.
 *
 * Assumes nothing about the units' distribution, but is only as good as the statistic is nearly normal: give it
 * the logarithm of a variance or of a ratio of variances, not the variance.
 *
 * @param all the statistic of all n units
 * @param leftOut the statistic without unit i, for each i; at least two
 * @param level confidence level in (0, 1)
 * @returns null when a value is not finite: the statistic does not exist without some unit
 * @throws {RangeError} if there are fewer than two units, or the level is out of its range
 * @see Miller (1974), The jackknife - a review, Biometrika 61(1), 1-15
 * @example
 * // Of a mean it is the t interval: the mean of 1, 2, 3 is 2, with a standard error of 1 / sqrt(3).
 * jackknifeInterval(2, [2.5, 2, 1.5], 0.95).standardError; // => 0.5773502691896257
 */
export function jackknifeInterval(
  all: number,
  leftOut: ArrayLike<number>,
  level: number,
): JackknifeInterval | null {
  const n = leftOut.length;
  if (n < 2) {
    throw new RangeError(`jackknifeInterval requires at least two units, got ${n}`);
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`jackknifeInterval requires a level in (0, 1), got ${level}`);
  }
  const pseudoValues = Array.from(leftOut, (value) => n * all - (n - 1) * value);
  const centre = pseudoValues.reduce((sum, value) => sum + value, 0) / n;
  const squares = pseudoValues.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const standardError = Math.sqrt(squares / (n - 1) / n);
  const halfWidth = studentTQuantile((1 + level) / 2, n - 1) * standardError;
  return Number.isFinite(centre)
    ? { low: centre - halfWidth, high: centre + halfWidth, standardError }
    : null;
}
