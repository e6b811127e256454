import { availableParallelism } from "node:os";
import { evaluate } from "../../cli/evaluate.ts";
import {
  compiledMexico,
  drift,
  type Forecast,
  MEXICO_YEARS_AHEAD,
  type MexicoRow,
  mexicoOrigin,
  mexicoOrigins,
  mexicoSeries,
  naive,
} from "../../experiments/index.ts";
import { markdownTable } from "../../reports/index.ts";
import { PoolBackend } from "../../workers/index.ts";
import { tableRows } from "./published.ts";
import { SEED } from "./simulate.ts";

/** Enough for the mean: its standard error is about a thousandth of the stock. */
const REPLICATIONS = 4;

/** A forecast of the national stock of Mexico beside what came (persons). */
export interface MexicoForecast {
  readonly method: "model" | "naive" | "drift";
  readonly origin: number;
  readonly years: number;
  readonly point: number;
  readonly observed: number;
}

/** Every forecast that can be scored, from every origin at which its method knows enough. */
export async function mexicoBacktest(): Promise<MexicoForecast[]> {
  const series = mexicoSeries(tableRows<MexicoRow>("history-mx"));
  const simple = { naive, drift };
  const forecasts = series.flatMap(({ year: origin }, i) =>
    (["naive", "drift"] as const).flatMap((method) => {
      const values = series.slice(0, i + 1).map(({ yearEndStock }) => yearEndStock);
      const forecast = orNull(() => simple[method](values));
      return forecast === null ? [] : scored(method, origin, (years) => forecast.mean(years));
    }),
  );
  for (const origin of mexicoOrigins(series)) {
    const means = await simulatedMeans(origin);
    forecasts.push(...scored("model", origin, (years) => means[years - 1]!));
  }
  return forecasts;

  function scored(method: MexicoForecast["method"], origin: number, mean: (years: number) => number) {
    return Array.from({ length: MEXICO_YEARS_AHEAD }, (_, i) => i + 1).flatMap((years) => {
      const observed = series.find(({ year }) => year === origin + years)?.yearEndStock;
      return observed === undefined ? [] : [{ method, origin, years, point: mean(years), observed }];
    });
  }

  async function simulatedMeans(origin: number): Promise<number[]> {
    const backend = new PoolBackend();
    const points = [0, 1].map((at) => ({ measure: "mx.system.stock", at }));
    const options = { seed: `${SEED}/mexico/${origin}`, from: 0, to: REPLICATIONS, backend };
    try {
      const [values] = await evaluate([compiledMexico(mexicoOrigin(series, origin))], points, {
        ...options,
        workers: availableParallelism(),
      });
      return values!.map((list) => list.reduce((sum, value) => sum + value, 0) / list.length);
    } finally {
      await backend.close();
    }
  }
}

/** A method refuses a series that is too short for it. */
function orNull(make: () => Forecast): Forecast | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Error of each forecast in percent, one line for each origin and horizon. */
export function mexicoTable(forecasts: readonly MexicoForecast[]): string {
  const places = forecasts.map(({ origin, years }) => [origin, years] as const);
  const lines = new Map(places.map((place) => [place.join(" "), place]));
  const sorted = [...lines.values()].sort(([a, x], [b, y]) => a - b || x - y);
  const found = (method: string, origin: number, years: number): MexicoForecast | undefined =>
    forecasts.find((one) => one.method === method && one.origin === origin && one.years === years);
  const error = (one: MexicoForecast | undefined): string => {
    if (one === undefined) return "";
    const percent = (100 * (one.point / one.observed - 1)).toFixed(2);
    return percent.startsWith("-") ? percent : `+${percent}`;
  };
  return markdownTable({
    columns: ["origin", "years", "came, persons", "model %", "naive %", "drift %"],
    rows: sorted.map(([origin, years]) => [
      String(origin),
      String(years),
      String(forecasts.find((one) => one.origin === origin && one.years === years)!.observed),
      ...["model", "naive", "drift"].map((method) => error(found(method, origin, years))),
    ]),
  });
}
