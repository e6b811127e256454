import { type WilsonInterval, wilsonInterval } from "./wilsonInterval.ts";

/** An interval that was forecast, and what came. */
export interface ForecastInterval {
  readonly low: number;
  readonly high: number;
  readonly observed: number;
}

/** How often intervals held what came. */
export interface IntervalCoverage {
  /** Share of the intervals that held it, with its own confidence interval; the ends belong to the interval. */
  readonly covered: WilsonInterval;
  /** How often what came lay below or above. */
  readonly below: number;
  readonly above: number;
}

/**
 * Coverage of forecast intervals by what came.
 *
 * The confidence interval takes the forecasts for independent; those of overlapping horizons are not, and it is then
 * too narrow.
 *
 * @param forecasts at least one
 * @param level confidence level of the coverage's own interval, not of the forecasts
 * @throws {RangeError} if there is no forecast
 * @example
 * const forecasts = [1, 2].map((observed) => ({ low: 0, high: 1, observed }));
 * intervalCoverage(forecasts, 0.95).covered.share; // => 0.5
 */
export function intervalCoverage(forecasts: readonly ForecastInterval[], level: number): IntervalCoverage {
  if (forecasts.length === 0) {
    throw new RangeError("intervalCoverage requires at least one forecast");
  }
  const below = forecasts.filter(({ observed, low }) => observed < low).length;
  const above = forecasts.filter(({ observed, high }) => observed > high).length;
  const n = forecasts.length;
  return { covered: wilsonInterval(n - below - above, n, level), below, above };
}
