import { crps } from "../../engine/statistics/crps.ts";
import { type IntervalCoverage, intervalCoverage } from "../../engine/statistics/intervalCoverage.ts";
import { probabilityIntegralTransform } from "../../engine/statistics/probabilityIntegralTransform.ts";
import { quantileBand } from "../../engine/statistics/quantileBand.ts";

/** Ways to forecast that are scored side by side; `model` is the simulation. */
export const METHODS = ["model", "naive", "drift", "ets", "combination"] as const;
export type Method = (typeof METHODS)[number];

/** Intervals that are scored: share of the outcomes that they should hold. */
export const LEVELS = [0.5, 0.8, 0.9] as const;

/** A forecast beside what came. */
export interface ScoredForecast {
  readonly method: Method;
  readonly origin: number;
  /** Years ahead. */
  readonly horizon: number;
  /** Expected value (persons). */
  readonly point: number;
  /** Equally likely outcomes (persons). */
  readonly outcomes: Float64Array;
  readonly observed: number;
}

/** Scores of some forecasts of one method and horizon. */
export interface Scores {
  readonly forecasts: number;
  /** Mean of the absolute and of the signed errors, as ratios to what came. */
  readonly mape: number;
  readonly bias: number;
  /** Root mean square of the errors as ratios. */
  readonly rootMeanSquare: number;
  /** Persons. */
  readonly crps: number;
  /** In the order of {@link LEVELS}. */
  readonly coverage: readonly IntervalCoverage[];
  /** Share of the outcomes forecast below what came, one per forecast: even over 0 to 1 if the spread is right. */
  readonly pit: readonly number[];
}

/** Error as a ratio to what came; positive = too high. */
export function relativeError({ point, observed }: ScoredForecast): number {
  return point / observed - 1;
}

/**
 * @param forecasts at least one
 * @throws {RangeError} if there is none
 */
export function scoresOf(forecasts: readonly ScoredForecast[]): Scores {
  if (forecasts.length === 0) throw new RangeError("scoresOf requires at least one forecast");
  const errors = forecasts.map(relativeError);
  return {
    forecasts: forecasts.length,
    mape: mean(errors.map(Math.abs)),
    bias: mean(errors),
    rootMeanSquare: Math.sqrt(mean(errors.map((error) => error * error))),
    crps: mean(forecasts.map(({ outcomes, observed }) => crps(outcomes, observed))),
    coverage: LEVELS.map((level) => {
      const intervals = forecasts.map((forecast) => interval(forecast, level));
      return intervalCoverage(intervals, 0.95);
    }),
    pit: forecasts.map(({ outcomes, observed }) => probabilityIntegralTransform(outcomes, observed, 0.5)),
  };
}

function interval({ outcomes, observed }: ScoredForecast, level: number) {
  const [low, high] = quantileBand(outcomes, [(1 - level) / 2, (1 + level) / 2]);
  return { low: low!, high: high!, observed };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
