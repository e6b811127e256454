import { confidenceInterval } from "./confidenceInterval.ts";
import { type WilsonInterval, wilsonInterval } from "./wilsonInterval.ts";

/** What a sequential run is to reach. */
export interface PrecisionRule {
  /** Half-width to reach: in the measure's unit, or a share of the measure when `relative`. */
  readonly halfWidth: number;
  readonly relative: boolean;
  /** Confidence level in (0, 1). */
  readonly level: number;
  /** Replications before the first look: there the interval is the usual one. */
  readonly minimum: number;
}

/** A mean or a difference as it stands at a look. */
export interface Precision {
  readonly mean: number;
  /**
   * Half-width to report. Where the target was reached after the first look it is the target, which is a little
   * wider than Student's t: a run that may stop does so on samples that happen to vary little.
   */
  readonly halfWidth: number | null;
  /** Half-width asked for, in the measure's unit. */
  readonly target: number;
  readonly reached: boolean;
  readonly level: number;
  readonly n: number;
}

/** A probability as it stands at a look. */
export interface ProbabilityPrecision extends WilsonInterval {
  readonly target: number;
  readonly reached: boolean;
}

/**
 * Whether the mean of replications is known well enough.
 *
 * The rule of Chow & Robbins: stop when Student's half-width is at most the target, and report mean ± target. With
 * looks from `stoppingLooks` (minimum 64, growth 1.25) a nominal 95 % covers 95-97 % for normal values and 94-96 % for
 * exponential ones (`bench/coverage.ts`). A rare event that no replication has shown yet looks like perfect precision:
 * choose the minimum for it.
 *
 * @param values one per replication; all up to a look of the schedule
 * @param rule a relative half-width is a share of the mean's absolute value
 * @throws {RangeError} if there is no value, or the half-width is not above 0
 * @see Chow & Robbins (1965), The Annals of Mathematical Statistics 36(2), 457-462; Law (2015), Simulation Modeling
 *   and Analysis, 5th ed., section 9.4.1
 * @example
 * precisionOfMean([1, 2, 3], { halfWidth: 3, relative: false, level: 0.95, minimum: 2 }).reached; // => true
 */
export function precisionOfMean(values: ArrayLike<number>, rule: PrecisionRule): Precision {
  const interval = confidenceInterval(values, rule.level);
  return judged(interval, rule, Math.abs(interval.mean));
}

/**
 * Whether the mean of the paired differences a − b is known well enough.
 *
 * @param a values of the scenario, one per replication
 * @param b values of the base, in the same order
 * @param rule a relative half-width is a share of the absolute mean of the *base*: a difference near zero has no
 *   precision relative to itself
 * @throws {RangeError} if the lengths differ or are 0, or the half-width is not above 0
 * @see {@link precisionOfMean}
 * @example
 * const rule = { halfWidth: 0.5, relative: true, level: 0.95, minimum: 2 };
 * precisionOfDifference([11, 12, 13], [10, 10, 10], rule).target; // => 5
 */
export function precisionOfDifference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  rule: PrecisionRule,
): Precision {
  if (a.length !== b.length) {
    throw new RangeError(
      `precisionOfDifference requires series of one length, got ${a.length} and ${b.length}`,
    );
  }
  const differences = Array.from(a, (value, i) => value - b[i]!);
  const base = confidenceInterval(b, rule.level).mean;
  return judged(confidenceInterval(differences, rule.level), rule, Math.abs(base));
}

/**
 * Whether a probability is known well enough, by half the length of Wilson's interval, which is reported as it is.
 *
 * @param successes whole number, 0 to n
 * @param n replications; a look of the schedule
 * @param rule a relative half-width is a share of the observed share, so it is not reached while that is 0
 * @throws {RangeError} if there is no trial, the successes are not within 0..n, or the half-width is not above 0
 * @see {@link wilsonInterval}; coverage at nominal 95 % by `bench/coverage.ts`
 * @example
 * const rule = { halfWidth: 0.1, relative: false, level: 0.95, minimum: 64 };
 * precisionOfProbability(5, 100, rule).reached; // => true
 */
export function precisionOfProbability(
  successes: number,
  n: number,
  rule: PrecisionRule,
): ProbabilityPrecision {
  const interval = wilsonInterval(successes, n, rule.level);
  const target = targetOf(rule, interval.share);
  return { ...interval, target, reached: n >= rule.minimum && (interval.high - interval.low) / 2 <= target };
}

function judged(
  { mean, halfWidth, n }: { mean: number; halfWidth: number | null; n: number },
  rule: PrecisionRule,
  scale: number,
): Precision {
  const target = targetOf(rule, scale);
  const reached = n >= rule.minimum && halfWidth !== null && halfWidth <= target;
  // A half-width of 0 is exact: no scenario that changes nothing gets a width.
  const shown = reached && n > rule.minimum && halfWidth > 0 ? target : halfWidth;
  return { mean, halfWidth: shown, target, reached, level: rule.level, n };
}

function targetOf({ halfWidth, relative }: PrecisionRule, scale: number): number {
  if (!(halfWidth > 0)) {
    throw new RangeError(`a precision rule requires a half-width above 0, got ${halfWidth}`);
  }
  return relative ? halfWidth * scale : halfWidth;
}
