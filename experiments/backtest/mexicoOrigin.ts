import type { CompiledScenario } from "../../scenarios/index.ts";
import { knownAt } from "./history.ts";
import { compiledAlone } from "./originScenario.ts";

/** A row of the table `history-mx`: one source series at one date (persons). */
export interface MexicoRow {
  readonly year: string;
  readonly asOf: string;
  readonly series: string;
  readonly yearEndStock: number | null;
  readonly admissions: number | null;
}

/** A year end of the national stock, and the admissions of that year; null where they are not known. */
export interface MexicoYear {
  readonly year: number;
  readonly yearEndStock: number;
  readonly admissions: number | null;
}

/** What a forecast at an origin starts from: people who leave at a constant rate, and as many admissions as last year. */
export interface MexicoOrigin {
  readonly origin: number;
  readonly persons: number;
  readonly admissionsPerYear: number;
  readonly meanStayYears: number;
}

/** Years that this back-test looks ahead: the series is not longer. */
export const MEXICO_YEARS_AHEAD = 2;

/** The one series of year ends without a gap that counts everybody: INEGI's, adolescents included. */
export function mexicoSeries(rows: readonly MexicoRow[]): MexicoYear[] {
  return rows.flatMap(({ year, asOf, series, yearEndStock, admissions }) =>
    series === "INEGI all" && asOf.endsWith("-12-31") && yearEndStock !== null
      ? [{ year: Number(year), yearEndStock, admissions }]
      : [],
  );
}

/** Origins at which the admissions of the year and the stock a year before are known. */
export function mexicoOrigins(series: readonly MexicoYear[]): number[] {
  const last = series.at(-1)!.year;
  return series
    .slice(1)
    .flatMap(({ year, admissions }) => (admissions !== null && year < last ? [year] : []));
}

/**
 * What was known at the end of a year. Published releases and admissions do not add up to the change of the stock,
 * and the stock is what is counted best: as many people are taken to have left as that change needs.
 *
 * @throws {RangeError} if the admissions of the year or the stock of the year before are not known
 */
export function mexicoOrigin(series: readonly MexicoYear[], origin: number): MexicoOrigin {
  const [before, last] = knownAt(series, origin).slice(-2);
  if (before === undefined || last === undefined || last.admissions === null) {
    throw new RangeError(
      `mexicoOrigin requires the admissions of ${origin} and the stock of the year before`,
    );
  }
  const left = last.admissions - (last.yearEndStock - before.yearEndStock);
  const meanStock = (before.yearEndStock + last.yearEndStock) / 2;
  return {
    origin,
    persons: last.yearEndStock,
    admissionsPerYear: last.admissions,
    meanStayYears: meanStock / left,
  };
}

/** The scenario that forecasts from an origin, as it would stand in a file. */
export function mexicoScenario({ origin, persons, admissionsPerYear, meanStayYears }: MexicoOrigin) {
  const stay = { exponential: { mean: `${meanStayYears} y` } };
  return {
    id: `back-test-mexico-${origin}`,
    title: `What was known of Mexico at the end of ${origin}`,
    start: `${origin}-12-31`,
    horizon: `${origin + MEXICO_YEARS_AHEAD}-12-31`,
    grid: "365.25 d",
    systems: {
      mx: {
        facilities: [{ id: "ALL", level: "all", sex: "mixed", ratedCapacity: null }],
        streams: [
          {
            ...{ id: "people", facilities: { ALL: 1 }, sex: "mixed", stay },
            admissions: `${admissionsPerYear} persons/y`,
          },
        ],
        initialStock: [{ stream: "people", facility: "ALL", persons, residual: stay }],
      },
    },
  };
}

/** The same, ready to run. */
export function compiledMexico(origin: MexicoOrigin): CompiledScenario {
  return compiledAlone(mexicoScenario(origin));
}

/**
 * Expected stock so many years after the origin: the closed form of what is simulated (M/M/infinity).
 *
 * @example
 * const origin = { origin: 2020, persons: 100, admissionsPerYear: 50, meanStayYears: 2 };
 * expectedMexico(origin, 3); // => 100
 */
export function expectedMexico(
  { persons, admissionsPerYear, meanStayYears }: MexicoOrigin,
  years: number,
): number {
  const limit = admissionsPerYear * meanStayYears;
  return limit + (persons - limit) * Math.exp(-years / meanStayYears);
}
