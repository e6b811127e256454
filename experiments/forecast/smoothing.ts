/** A series smoothed with given parameters and the start values that fit it best. */
export interface Smoothing {
  readonly alpha: number;
  readonly betaStar: number;
  readonly phi: number;
  readonly start: readonly [level: number, trend: number];
  readonly sumOfSquares: number;
  /** After the last value. */
  readonly level: number;
  readonly trend: number;
}

/** Errors of one-step forecasts, and the states after the last value. */
interface Path {
  readonly errors: Float64Array;
  readonly level: number;
  readonly trend: number;
}

/**
 * Smooths a series. Errors are linear in the start values, so those of least squares follow from two normal
 * equations.
 *
 * @param hasTrend without one, the trend stays 0
 */
export function smoothed(
  series: readonly number[],
  alpha: number,
  betaStar: number,
  phi: number,
  hasTrend: boolean,
): Smoothing {
  const zeros = series.map(() => 0);
  const from = (values: readonly number[], level: number, trend: number): Path =>
    path(values, alpha, hasTrend ? betaStar : 0, phi, level, trend);
  const [own, level, trend] = [from(series, 0, 0), from(zeros, 1, 0).errors, from(zeros, 0, 1).errors];
  const start = hasTrend
    ? leastSquares(own.errors, level, trend)
    : ([-dot(own.errors, level) / dot(level, level), 0] as const);
  const whole = from(series, ...start);
  const sumOfSquares = dot(whole.errors, whole.errors);
  return { alpha, betaStar, phi, start, sumOfSquares, level: whole.level, trend: whole.trend };
}

function path(
  series: readonly number[],
  alpha: number,
  betaStar: number,
  phi: number,
  levelBefore: number,
  trendBefore: number,
): Path {
  let [level, trend] = [levelBefore, trendBefore];
  const errors = Float64Array.from(series, (value) => {
    const expected = level + phi * trend;
    const error = value - expected;
    level = expected + alpha * error;
    trend = phi * trend + alpha * betaStar * error;
    return error;
  });
  return { errors, level, trend };
}

/** The x and y for which target + x a + y b has the least sum of squares. */
function leastSquares(target: Float64Array, a: Float64Array, b: Float64Array): readonly [number, number] {
  const [aa, ab, bb] = [dot(a, a), dot(a, b), dot(b, b)];
  const [ta, tb] = [dot(target, a), dot(target, b)];
  const determinant = aa * bb - ab * ab;
  return [(tb * ab - ta * bb) / determinant, (ta * ab - tb * aa) / determinant];
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
