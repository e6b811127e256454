import { HORIZONS } from "./backtest.ts";
import { METHODS, type Method, relativeError, type ScoredForecast, type Scores, scoresOf } from "./scores.ts";

/** Scores of a method at a horizon; null where nothing can be scored. */
export interface SkillRow {
  readonly method: Method;
  readonly horizon: number;
  readonly all: Scores | null;
  /** Without the targets in the years of the shock. */
  readonly withoutShock: Scores | null;
}

/** A bar that was set before, and whether it holds. */
export interface Bar {
  readonly id: "oneYear" | "better" | "twoYears" | "coverage" | "crowding";
  readonly reached: number;
  readonly holds: boolean;
}

/** Year ends whose stock the pandemic moved. */
export const SHOCK_TARGETS: readonly number[] = [2020, 2021];

/** Scores by method and horizon. */
export function skillRows(forecasts: readonly ScoredForecast[], shockTargets = SHOCK_TARGETS): SkillRow[] {
  return HORIZONS.flatMap((horizon) =>
    METHODS.map((method) => {
      const all = forecasts.filter((one) => one.method === method && one.horizon === horizon);
      const usual = all.filter(({ origin }) => !shockTargets.includes(origin + horizon));
      return { method, horizon, all: scoresOrNull(all), withoutShock: scoresOrNull(usual) };
    }),
  );
}

function scoresOrNull(forecasts: readonly ScoredForecast[]): Scores | null {
  return forecasts.length === 0 ? null : scoresOf(forecasts);
}

/** A forecast of crowding four years ahead: people in own institutions beyond their rated capacity, as a ratio. */
export interface CrowdingError {
  readonly origin: number;
  readonly forecast: number;
  readonly observed: number;
}

/** Figures that crowding is computed from. */
export interface CrowdingYear {
  readonly year: number;
  readonly yearEndStock: number;
  readonly bopCustody: number | null;
  readonly ratedCapacity: number | null;
}

/**
 * Crowding four years ahead: the forecast stock, of which the share in own institutions stays that of the origin,
 * against the capacity that there came to be.
 */
export function crowdingErrors(
  history: readonly CrowdingYear[],
  forecasts: readonly ScoredForecast[],
): CrowdingError[] {
  const yearOf = (year: number): CrowdingYear | undefined => history.find((row) => row.year === year);
  return forecasts
    .filter(({ method, horizon }) => method === "model" && horizon === 4)
    .flatMap(({ origin, point }) => {
      const [start, end] = [yearOf(origin), yearOf(origin + 4)];
      if (start?.bopCustody == null || end?.bopCustody == null || end.ratedCapacity === null) return [];
      const custody = (point * start.bopCustody) / start.yearEndStock;
      return [
        {
          origin,
          forecast: custody / end.ratedCapacity - 1,
          observed: end.bopCustody / end.ratedCapacity - 1,
        },
      ];
    });
}

/** The bars of the design, with what was reached. */
export function barsOf(rows: readonly SkillRow[], crowding: readonly CrowdingError[]): Bar[] {
  const scores = (method: Method, horizon: number, which: "all" | "withoutShock"): Scores => {
    const found = rows.find((row) => row.method === method && row.horizon === horizon)?.[which];
    if (found == null) throw new RangeError(`barsOf requires scores of ${method} at ${horizon} years`);
    return found;
  };
  const one = scores("model", 1, "withoutShock").mape;
  const best = Math.min(
    ...(["naive", "drift", "ets"] as const).map((method) => scores(method, 1, "withoutShock").mape),
  );
  const two = scores("model", 2, "withoutShock").mape;
  const covered = scores("model", 5, "all").coverage[2]!.covered.share;
  const worst = Math.max(
    0,
    ...crowding
      .filter(({ origin }) => !SHOCK_TARGETS.includes(origin + 4))
      .map(({ forecast, observed }) => Math.abs(forecast - observed)),
  );
  return [
    { id: "oneYear", reached: one, holds: one <= 0.014 },
    { id: "better", reached: best, holds: one < best },
    { id: "twoYears", reached: two, holds: two <= 0.035 },
    { id: "coverage", reached: covered, holds: covered >= 0.8 && covered <= 0.97 },
    { id: "crowding", reached: worst, holds: worst <= 0.1 },
  ];
}

/** Model error by horizon: what the residuals of the back-test say about a forecast of this kind. */
export interface ModelError {
  readonly horizonYears: number;
  readonly forecasts: number;
  /** Mean of the errors and their root mean square, as ratios to what came. */
  readonly bias: number;
  readonly rootMeanSquare: number;
  /** The errors themselves by origin. */
  readonly residuals: readonly { readonly origin: number; readonly error: number }[];
}

/** Residuals of the simulation's forecasts by horizon, the shock among them. */
export function modelErrors(forecasts: readonly ScoredForecast[]): ModelError[] {
  return HORIZONS.map((horizonYears) => {
    const own = forecasts.filter(({ method, horizon }) => method === "model" && horizon === horizonYears);
    const { bias, rootMeanSquare } = scoresOf(own);
    const residuals = own.map((forecast) => ({ origin: forecast.origin, error: relativeError(forecast) }));
    return { horizonYears, forecasts: own.length, bias, rootMeanSquare, residuals };
  });
}
