import type { Forecast } from "./forecast.ts";
import { type Smoothing, smoothed } from "./smoothing.ts";

/** Trend of an exponential smoothing: none (A,N), straight (A,A) or damped (A,Ad). */
export type Trend = "none" | "straight" | "damped";

/** A fitted exponential smoothing with additive errors. */
export interface FittedSmoothing extends Forecast {
  readonly trend: Trend;
  readonly alpha: number;
  /** Share by which the trend follows a change of level. */
  readonly betaStar: number;
  readonly phi: number;
  /** Level and trend before the first value. */
  readonly start: readonly [level: number, trend: number];
  readonly sumOfSquares: number;
  /** Akaike's criterion with the correction for short series; Infinity where the series is too short for it. */
  readonly aicc: number;
}

const LEAST = 1e-4;
const MOST = 1 - LEAST;
/** The usual bounds of damping. */
const DAMPING = [0.8, 0.98] as const;
/** Smoothing parameters and start values. */
const PARAMETERS: Readonly<Record<Trend, number>> = { none: 2, straight: 4, damped: 5 };

/**
 * Exponential smoothing of a series without season: the trend with the least AICc, ties to the simpler one.
 *
 * @param series at least five values
 * @throws {RangeError} if there are fewer
 * @see Hyndman & Athanasopoulos, Forecasting: Principles and Practice, chapter "Exponential smoothing"
 */
export function exponentialSmoothing(series: readonly number[]): FittedSmoothing {
  const fits = (["none", "straight", "damped"] as const).map((trend) => fitSmoothing(series, trend));
  return fits.reduce((best, fit) => (fit.aicc < best.aicc ? fit : best));
}

/**
 * Fits one kind by least squares, which is maximum likelihood under normal errors: the start values exactly, the
 * smoothing parameters on a grid that is then refined.
 *
 * @throws {RangeError} if there are fewer than five values
 */
export function fitSmoothing(series: readonly number[], trend: Trend): FittedSmoothing {
  if (series.length < 5) {
    throw new RangeError(`exponentialSmoothing requires at least five values, got ${series.length}`);
  }
  const best = refined(series, trend, bestOf(grid(trend).map((point) => smoothed(series, ...point))));
  const n = series.length;
  const k = PARAMETERS[trend] + 1;
  const correction = n - k - 1 > 0 ? (2 * k * (k + 1)) / (n - k - 1) : Infinity;
  const variance = best.sumOfSquares / Math.max(1, n - PARAMETERS[trend]);
  const { alpha, betaStar, phi, start, sumOfSquares } = best;
  return {
    trend,
    alpha,
    betaStar,
    phi,
    start,
    sumOfSquares,
    aicc: n * Math.log(sumOfSquares / n) + 2 * k + correction,
    mean: (h) => best.level + best.trend * sumOfPowers(phi, h),
    sd: (h) => Math.sqrt(variance * (1 + squaredWeights(best, h))),
  };
}

type Point = readonly [alpha: number, betaStar: number, phi: number, hasTrend: boolean];

function grid(trend: Trend): Point[] {
  const shares = Array.from({ length: 21 }, (_, i) => Math.min(MOST, Math.max(LEAST, i / 20)));
  if (trend === "none") return shares.map((alpha) => [alpha, 0, 1, false]);
  const dampings = trend === "damped" ? [0.8, 0.86, 0.92, 0.98] : [1];
  return dampings.flatMap((phi) =>
    shares.flatMap((alpha) => shares.map((betaStar): Point => [alpha, betaStar, phi, true])),
  );
}

/** Steps along each parameter, halved until they are below a millionth. */
function refined(series: readonly number[], trend: Trend, first: Smoothing): Smoothing {
  let best = first;
  for (let step = 0.05; step > 1e-6; ) {
    const { alpha, betaStar, phi } = best;
    const [up, down] = [step, -step];
    const around = [up, down].flatMap((by): Point[] => [
      [within(alpha + by), betaStar, phi, trend !== "none"],
      ...(trend === "none" ? [] : [[alpha, within(betaStar + by), phi, true] as const]),
      ...(trend === "damped" ? [[alpha, betaStar, damping(phi + by), true] as const] : []),
    ]);
    const next = bestOf([best, ...around.map((point) => smoothed(series, ...point))]);
    if (next === best) step /= 2;
    best = next;
  }
  return best;
}

function bestOf(fits: readonly Smoothing[]): Smoothing {
  return fits.reduce((best, fit) => (fit.sumOfSquares < best.sumOfSquares ? fit : best));
}

function within(share: number): number {
  return Math.min(MOST, Math.max(LEAST, share));
}

function damping(phi: number): number {
  return Math.min(DAMPING[1], Math.max(DAMPING[0], phi));
}

/** phi + phi^2 + … + phi^h. */
function sumOfPowers(phi: number, h: number): number {
  let sum = 0;
  for (let j = 1; j <= h; j++) sum += phi ** j;
  return sum;
}

/** Sum of the squares of what an error of one step leaves after 1, …, h - 1 more. */
function squaredWeights({ alpha, betaStar, phi }: Smoothing, h: number): number {
  let sum = 0;
  for (let j = 1; j < h; j++) sum += (alpha * (1 + betaStar * sumOfPowers(phi, j))) ** 2;
  return sum;
}
