import type { Forecast } from "./forecast.ts";

/**
 * Nothing changes: the last value goes on. The error of h steps is a random walk with the mean square of the
 * changes so far.
 *
 * @param series at least two values
 * @throws {RangeError} if there are fewer
 * @see Hyndman & Athanasopoulos, Forecasting: Principles and Practice, "Some simple forecasting methods"
 * @example
 * naive([1, 2, 4]).mean(3); // => 4
 */
export function naive(series: readonly number[]): Forecast {
  const steps = changes(series);
  requireValues("naive", steps, 1);
  const sd = rootMeanSquare(steps);
  return { mean: () => series.at(-1)!, sd: (h) => sd * Math.sqrt(h) };
}

/**
 * The last change goes on: a straight line through the last two values. The error of h steps is that of a walk
 * whose changes are themselves a walk, with the mean square of the changes of change so far.
 *
 * @param series at least three values
 * @throws {RangeError} if there are fewer
 * @example
 * drift([1, 2, 4]).mean(3); // => 10
 */
export function drift(series: readonly number[]): Forecast {
  const steps = changes(series);
  requireValues("drift", steps, 2);
  const sd = rootMeanSquare(changes(steps));
  return {
    mean: (h) => series.at(-1)! + h * steps.at(-1)!,
    sd: (h) => sd * Math.sqrt((h * (h + 1) * (2 * h + 1)) / 6),
  };
}

function changes(series: readonly number[]): number[] {
  return series.slice(1).map((value, i) => value - series[i]!);
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

function requireValues(name: string, steps: readonly number[], least: number): void {
  if (steps.length >= least) return;
  throw new RangeError(`${name} requires at least ${least + 1} values, got ${steps.length + 1}`);
}
