import { numberOf, onlyRow, readSource, type SourceRow } from "./readSource.ts";
import { usFlow } from "./usParameters.ts";

/** Published totals that the whole US side rests on. */
export interface UsTotals {
  readonly totalPersons: number;
  readonly insidePersons: number;
  readonly outsidePersons: number;
  /** Deaths a year in a stock of `totalPersons` at the rate of the year of the flows. */
  readonly deathsPerYear: number;
  /** With sentences over one year, transfers left out (persons a year). */
  readonly admissionsOverOneYear: number;
  readonly releasesOverOneYear: number;
  /** Of the admissions, people back for a violation of supervision. */
  readonly violatorsOverOneYear: number;
  /** People with sentences over one year who leave in a year: what the sentences of the stock are fitted to. */
  readonly exitsOverOneYear: number;
}

/** The row of a year end, in a calendar year as the sources write it. */
export function yearEnd(year: string): SourceRow {
  const isIt = (row: SourceRow) => row.row_type === "bjs_yearend" && row.fiscal_or_calendar_year === year;
  return onlyRow(readSource("us-system-by-year.csv"), isIt, `end of ${year}`);
}

/** Deaths of a year over its stock at the end. */
export function deathRate(year: string): number {
  const row = yearEnd(year);
  return numberOf(row, "deaths_persons") / numberOf(row, "total_population_persons");
}

/** Flows of a calendar year with sentences over one year. */
export function flowsOfYear(year: string) {
  return {
    admissionsOverOneYear: usFlow("admissions_sentenced_over_1yr", year),
    releasesOverOneYear: usFlow("releases_sentenced_over_1yr", year),
    violatorsOverOneYear: usFlow("admissions_supervision_violation", year),
  };
}
