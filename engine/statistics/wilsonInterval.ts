import { normalQuantile } from "../normalQuantile.ts";

/** Interval of a probability that was estimated from a count of successes. */
export interface WilsonInterval {
  /** Observed share of successes. */
  readonly share: number;
  /** Bounds, within 0..1. */
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly n: number;
}

/**
 * Wilson's score interval of a probability: keeps its meaning when none or all of the trials succeed.
 *
 * @param successes whole number, 0 to n
 * @param n trials, at least one
 * @param level confidence level in (0, 1)
 * @throws {RangeError} if there is no trial, or the successes are not within 0..n
 * @see Wilson (1927), Journal of the American Statistical Association 22, 209-212
 * @example
 * wilsonInterval(0, 10, 0.95); // => { share: 0, low: 0, high: 0.2775..., level: 0.95, n: 10 }
 */
export function wilsonInterval(successes: number, n: number, level: number): WilsonInterval {
  if (!(n >= 1)) {
    throw new RangeError(`wilsonInterval requires at least one trial, got ${n}`);
  }
  if (!(successes >= 0 && successes <= n)) {
    throw new RangeError(`wilsonInterval requires successes in 0..${n}, got ${successes}`);
  }
  const square = normalQuantile((1 + level) / 2) ** 2;
  const share = successes / n;
  const centre = (successes + square / 2) / (n + square);
  const half = (Math.sqrt(square) / (n + square)) * Math.sqrt(n * share * (1 - share) + square / 4);
  return {
    share,
    low: successes === 0 ? 0 : centre - half,
    high: successes === n ? 1 : centre + half,
    level,
    n,
  };
}
