import { exponentialSmoothing } from "../forecast/exponentialSmoothing.ts";
import { combined, outcomesOf } from "../forecast/forecast.ts";
import { drift, naive } from "../forecast/simple.ts";
import { knownAt } from "./history.ts";
import type { ScoredForecast } from "./scores.ts";

/** Years ahead that are scored. */
export const HORIZONS = [1, 2, 4, 5] as const;
export const FIRST_ORIGIN = 1996;

/** A year end of a series. */
export interface SeriesYear {
  readonly year: number;
  readonly yearEndStock: number;
}

/** Outcomes of the simulation from an origin, for each of {@link HORIZONS} (persons, one per replication). */
export type Simulated = readonly Float64Array[];

/** Origins of which at least one horizon can be scored. */
export function originsOf(history: readonly SeriesYear[], first = FIRST_ORIGIN): number[] {
  const last = history.at(-1)!.year;
  return history.map(({ year }) => year).filter((year) => year >= first && year < last);
}

/**
 * All forecasts from an origin beside what came: the simulation's, the simple ones from the series up to the
 * origin, and their combination. Horizons beyond the series are left out.
 *
 * @throws {RangeError} if the series has fewer than five values up to the origin
 */
export function forecastsFrom(
  history: readonly SeriesYear[],
  origin: number,
  simulated: Simulated,
): ScoredForecast[] {
  const series = knownAt(history, origin).map(({ yearEndStock }) => yearEndStock);
  const simple = [
    { method: "naive", forecast: naive(series) },
    { method: "drift", forecast: drift(series) },
    { method: "ets", forecast: exponentialSmoothing(series) },
  ] as const;
  return HORIZONS.flatMap((horizon, i) => {
    const observed = history.find(({ year }) => year === origin + horizon)?.yearEndStock;
    if (observed === undefined) return [];
    const outcomes = simulated[i]!;
    const beside = { origin, horizon, observed };
    const model: ScoredForecast = { method: "model", ...beside, outcomes, point: mean(outcomes) };
    const others = simple.map(
      ({ method, forecast }): ScoredForecast => ({
        method,
        ...beside,
        outcomes: outcomesOf(forecast, horizon, outcomes.length),
        point: forecast.mean(horizon),
      }),
    );
    const all = [model, ...others];
    const together: ScoredForecast = {
      method: "combination",
      ...beside,
      outcomes: combined(all.map((forecast) => forecast.outcomes)),
      point: all.reduce((sum, { point }) => sum + point, 0) / all.length,
    };
    return [...all, together];
  });
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
