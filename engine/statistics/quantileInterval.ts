import { incompleteBeta } from "./incompleteBeta.ts";
import { quantileBand } from "./quantileBand.ts";

/** A quantile of outcomes with its confidence interval. */
export interface QuantileInterval {
  /** Type 7 estimate, as in {@link quantileBand}. */
  readonly quantile: number;
  /** Bounds: two of the values. Null where there are too few values for a bound on that side. */
  readonly low: number | null;
  readonly high: number | null;
  /** Level asked for, and what the interval has if outcomes are continuous; for others it has more. */
  readonly level: number;
  readonly coverage: number;
  readonly n: number;
}

/**
 * Confidence interval of a quantile of outcomes, from two order statistics.
 *
 * Assumes only that values are independent: the number of them below the quantile is binomial. Each side misses with
 * at most half of 1 - level, so the interval covers at least as often as it says. With 64 values the 5 % quantile
 * has no lower bound at 95 %; it takes 72.
 *
 * @param values at least one, in any order
 * @param probability of the quantile, in (0, 1)
 * @param level confidence level in (0, 1)
 * @throws {RangeError} if there is no value, or an argument is out of its range
 * @see Conover (1999), Practical Nonparametric Statistics, 3rd ed., section 3.2
 * @example
 * quantileInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5, 0.95); // => { quantile: 5.5, low: 2, high: 9, ... }
 */
export function quantileInterval(
  values: ArrayLike<number>,
  probability: number,
  level: number,
): QuantileInterval {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`quantileInterval requires a probability in (0, 1), got ${probability}`);
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`quantileInterval requires a level in (0, 1), got ${level}`);
  }
  const [quantile] = quantileBand(values, [probability]);
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const side = (1 - level) / 2;
  // Ranks from 1 to n; 0 and n + 1 stand for no bound.
  const lowRank = mostWithin(n, probability, side);
  const highRank = n + 1 - mostWithin(n, 1 - probability, side);
  return {
    quantile: quantile!,
    low: lowRank === 0 ? null : sorted[lowRank - 1]!,
    high: highRank === n + 1 ? null : sorted[highRank - 1]!,
    level,
    coverage: 1 - atMost(lowRank - 1, n, probability) - atMost(n - highRank, n, 1 - probability),
    n,
  };
}

/** The largest rank such that fewer than so many of n values lie below with a probability of at most `side`. */
function mostWithin(n: number, probability: number, side: number): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (atMost(middle - 1, n, probability) <= side) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/** Probability of at most k successes in n trials. */
function atMost(k: number, n: number, probability: number): number {
  if (k < 0) {
    return 0;
  }
  return k >= n ? 1 : incompleteBeta(1 - probability, n - k, k + 1, probability);
}
