import { normalQuantile } from "../../engine/normalQuantile.ts";

/** Where a series will be, by horizon. */
export interface Forecast {
  /** Expected value `steps` steps ahead, in the unit of the series. */
  mean(steps: number): number;
  /** Standard deviation of the error of one forecast. */
  sd(steps: number): number;
}

/**
 * A normal forecast as equally likely outcomes, ascending: its quantiles at (i + 1/2) / n.
 *
 * @throws {RangeError} if there is not at least one outcome
 * @example
 * Array.from(outcomesOf({ mean: () => 10, sd: () => 0 }, 1, 2)); // => [10, 10]
 */
export function outcomesOf({ mean, sd }: Forecast, steps: number, n: number): Float64Array {
  if (!(n >= 1)) throw new RangeError(`outcomesOf requires at least one outcome, got ${n}`);
  return Float64Array.from({ length: n }, (_, i) => mean(steps) + sd(steps) * normalQuantile((i + 0.5) / n));
}

/**
 * A forecast combined from others: each quantile is the mean of theirs, and so is the expected value.
 *
 * @param samples outcomes of each forecast, as many of each
 * @throws {RangeError} if there is none, or their numbers differ
 * @see Lichtendahl, Grushka-Cockayne & Winkler (2013), Management Science 59(7), 1594-1611 (averaging quantiles)
 * @example
 * Array.from(combined([Float64Array.of(1, 3), Float64Array.of(6, 2)])); // => [1.5, 4.5]
 */
export function combined(samples: readonly Float64Array[]): Float64Array {
  const sorted = samples.map((sample) => sample.slice().sort());
  const [first] = sorted;
  if (first === undefined || sorted.some(({ length }) => length !== first.length)) {
    throw new RangeError("combined requires forecasts with as many outcomes each");
  }
  return first.map((_, i) => sorted.reduce((sum, sample) => sum + sample[i]!, 0) / sorted.length);
}
