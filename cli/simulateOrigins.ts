import {
  compiledOrigin,
  forecastsFrom,
  HORIZONS,
  originModel,
  type ScoredForecast,
  type SystemRecord,
  trendDraws,
} from "../experiments/index.ts";
import { PoolBackend } from "../workers/index.ts";
import { evaluate } from "./evaluate.ts";

/** Values of the uncertain trend of admissions. */
const DRAWS = 10;

export interface BacktestOptions {
  readonly replications: number;
  readonly seed: string;
  readonly workers: number;
  readonly advance?: () => void;
  readonly signal?: AbortSignal;
}

/**
 * Simulates from each origin and puts the simple forecasts beside it. An origin's random numbers are its own, and
 * do not depend on which others are simulated.
 *
 * @throws {CliError} exit code 1, if a replication or a worker fails
 */
export async function simulateOrigins(
  record: SystemRecord,
  origins: readonly number[],
  options: BacktestOptions,
): Promise<ScoredForecast[]> {
  const backend = new PoolBackend({ threads: options.workers });
  const forecasts: ScoredForecast[] = [];
  try {
    for (const origin of origins) {
      const outcomes = await simulateOrigin(record, origin, options, backend);
      forecasts.push(...forecastsFrom(record.history, origin, outcomes));
    }
  } finally {
    await backend.close();
  }
  return forecasts;
}

/** Outcomes at each horizon: replications shared out evenly among the values of the trend. */
async function simulateOrigin(
  record: SystemRecord,
  origin: number,
  { replications, seed, workers, advance, signal }: BacktestOptions,
  backend: PoolBackend,
): Promise<Float64Array[]> {
  const model = originModel(record, origin);
  const draws = trendDraws(Math.min(DRAWS, replications));
  const points = HORIZONS.map((years) => ({ measure: "us.system.stock", at: years - 1 }));
  const outcomes = points.map(() => new Float64Array(replications));
  for (const [draw, z] of draws.entries()) {
    const from = Math.floor((draw * replications) / draws.length);
    const to = Math.floor(((draw + 1) * replications) / draws.length);
    const scenario = compiledOrigin(model, z);
    const options = { seed: `${seed}/${origin}`, from, to, workers, backend };
    const [values] = await evaluate([scenario], points, {
      ...options,
      ...(advance === undefined ? {} : { advance }),
      ...(signal === undefined ? {} : { signal }),
    });
    values!.forEach((list, i) => {
      outcomes[i]!.set(list, from);
    });
  }
  return outcomes;
}
