import { numberOf, numberOrNull, readSource, type SourceRow, textOf } from "./readSource.ts";
import { roundTo, sourceIds, sum, type Table } from "./table.ts";

/** Value of one flow series in a calendar year, or null. */
function flowOf(flows: readonly SourceRow[], series: string, year: string): number | null {
  const row = flows.find((entry) => entry.series === series && entry.period === year);
  return row === undefined ? null : numberOf(row, "value");
}

/** Year ends of the US Bureau of Prisons, 1990 to 2022. */
export function historyUs(): Table {
  const flows = readSource("us-flows.csv");
  const years = readSource("us-system-by-year.csv").filter((row) => row.row_type === "bjs_yearend");
  const rows = years.map((row) => {
    const year = textOf(row, "fiscal_or_calendar_year");
    return {
      year: Number(year.slice(2)),
      yearEndStock: numberOf(row, "total_population_persons"),
      sentencedStock: numberOf(row, "sentenced_over_1yr_persons"),
      bopCustody: numberOrNull(row, "in_bop_operated_facilities_persons"),
      ratedCapacity: numberOrNull(row, "rated_capacity_beds"),
      admissions: flowOf(flows, "admissions_sentenced_over_1yr", year),
      releases: flowOf(flows, "releases_sentenced_over_1yr", year),
      deaths: numberOrNull(row, "deaths_persons"),
      source: sourceIds([textOf(row, "source_id"), "BOP-S7"]).join(";"),
    };
  });
  return {
    table: "history-us",
    title: "US Bureau of Prisons by year",
    asOf: "2022-12-31",
    mark: "observed",
    note:
      "Admissions, releases and sentencedStock: sentences over one year, transfers left out of the flows. yearEndStock: " +
      "all under federal jurisdiction.",
    sources: ["BOP-S7", "BOP-S8", "BOP-S9"],
    rows,
  };
}

/** Cuts of the sentences that people were serving, as estimated before the first of them was released. */
export function sentenceCutsUs(): Table {
  const rows = readSource("us-sentence-cuts.csv").map((row) => ({
    id: textOf(row, "id"),
    title: textOf(row, "title"),
    publicFrom: textOf(row, "public_from"),
    inForceFrom: textOf(row, "in_force_from"),
    persons: numberOf(row, "eligible_persons"),
    cutMonths: numberOf(row, "mean_cut_months"),
    bedYears: numberOf(row, "bed_years"),
    source: textOf(row, "source_id"),
  }));
  return {
    table: "us-sentence-cuts",
    title: "Cuts of sentences being served, as announced",
    asOf: "2014-07-18",
    mark: "observed",
    note: "Estimates of the Sentencing Commission from before the first releases, not what came of them; secondary.",
    sources: sourceIds(rows.map((row) => row.source)),
    rows,
  };
}

/** Stock, capacity and flows of Mexican prisons as published, one row per source series and date. */
export function historyMx(): Table {
  const rows = readSource("mx-national-by-year.csv").map((row) => ({
    year: textOf(row, "year"),
    asOf: textOf(row, "as_of"),
    series: textOf(row, "series"),
    yearEndStock: numberOrNull(row, "population_persons"),
    federalStock: numberOrNull(row, "federal_centre_population_persons"),
    stateStock: numberOrNull(row, "state_centre_population_persons"),
    ratedCapacity: numberOrNull(row, "capacity_places"),
    admissions: numberOrNull(row, "admissions_persons_per_year"),
    releases: numberOrNull(row, "releases_persons_per_year"),
    deaths: numberOrNull(row, "deaths_persons_per_year"),
    source: textOf(row, "source_id"),
  }));
  return {
    table: "history-mx",
    title: "Mexican prisons by year",
    asOf: "2025-12-14",
    mark: "observed",
    note:
      "Series differ (INEGI counts adolescents and useful beds; PRS notebooks count adults): do not join them. " +
      "yearEndStock is the count at asOf. Deaths of some years are violent deaths or part-years: see the source rows.",
    sources: sourceIds(rows.map((row) => row.source)),
    rows,
  };
}

/** Spread of the yearly logarithmic change of US admissions, 1994 to 2022. */
export function admissionsYearlyLogChangeSd() {
  const admissions = historyUs()
    .rows.filter((row) => Number(row.year) >= 1994 && row.admissions !== null)
    .map((row) => ({ year: Number(row.year), value: Number(row.admissions) }));
  const changes = admissions.slice(1).map((entry, index) => {
    const before = admissions[index]?.value ?? entry.value;
    return { year: entry.year, change: Math.log(entry.value / before) };
  });
  const usual = changes.filter((entry) => entry.year !== 2020 && entry.year !== 2021);
  return {
    allYears: roundTo(sampleSd(changes.map((entry) => entry.change)), 4),
    allYearsCount: changes.length,
    without2020And2021: roundTo(sampleSd(usual.map((entry) => entry.change)), 4),
    without2020And2021Count: usual.length,
  };
}

/** Sample standard deviation (n - 1). */
function sampleSd(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) * (value - mean))) / (values.length - 1));
}
