import { mean, sampleStandardDeviation } from "simple-statistics";

/** Mean of independent values and its standard error. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
}

/**
 * Mean and standard error of independent values.
 *
 * @param values at least two
 * @example
 * estimate([1, 2, 3]); // => { mean: 2, standardError: 0.5773502691896258 }
 */
export function estimate(values: readonly number[]): Estimate {
  const list = [...values];
  return { mean: mean(list), standardError: sampleStandardDeviation(list) / Math.sqrt(list.length) };
}

/**
 * Difference of two independent means in units of its standard error; beyond 3 either way in about 3 of 1,000
 * comparisons of equal things (a little more often with few values).
 *
 * @param left first mean
 * @param right second mean, or a known value with standard error 0
 * @example
 * zValue({ mean: 5, standardError: 3 }, { mean: 10, standardError: 4 }); // => -1
 */
export function zValue(left: Estimate, right: Estimate): number {
  return (left.mean - right.mean) / Math.hypot(left.standardError, right.standardError);
}

/** A value without error. */
export function exactly(value: number): Estimate {
  return { mean: value, standardError: 0 };
}
