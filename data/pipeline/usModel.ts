import { numberOf, onlyRow, readSource, type SourceRow } from "./readSource.ts";
import { roundTo } from "./table.ts";
import {
  bandPersons,
  placedPersons,
  servedRule,
  solveCreditDays,
  solvePlacementDays,
  stockByBand,
  streamFlows,
} from "./usFlows.ts";
import { initialStock } from "./usInitialStock.ts";
import { streamMargins, streamStock } from "./usStreamStock.ts";
import { unitCounts } from "./usUnitCounts.ts";
import { openInstitutions, readInstitutions } from "./usUnits.ts";

/** Date of the stock. */
export const usAsOf = "2024-10-31";

/** Every figure of the US side, computed once; the tables print parts of it. */
export type UsModel = ReturnType<typeof usModel>;

/** Published totals that the whole US side rests on. */
function usTotals() {
  const snapshots = readSource("us-system-by-year.csv");
  const snapshot = onlyRow(snapshots, (row) => row.as_of_date === usAsOf, `snapshot of ${usAsOf}`);
  const isLastYear = (row: SourceRow) =>
    row.row_type === "bjs_yearend" && row.fiscal_or_calendar_year === "CY2022";
  const lastYear = onlyRow(snapshots, isLastYear, "the end of 2022");
  const isAdmissions = (row: SourceRow) =>
    row.series === "admissions_sentenced_over_1yr" && row.period === "CY2022";
  const deaths = numberOf(lastYear, "deaths_persons") / numberOf(lastYear, "total_population_persons");
  return {
    totalPersons: numberOf(snapshot, "total_population_persons"),
    insidePersons: numberOf(snapshot, "in_bop_operated_facilities_persons"),
    outsidePersons: numberOf(snapshot, "in_other_community_persons"),
    deathsPerYear: roundTo(deaths, 5),
    observedAdmissions: numberOf(
      onlyRow(readSource("us-flows.csv"), isAdmissions, "admissions of 2022"),
      "value",
    ),
  };
}

/** Computes the US side from the sources. */
export function usModel() {
  const totals = usTotals();
  const { totalPersons, deathsPerYear } = totals;
  const institutions = readInstitutions();
  const open = openInstitutions(institutions);
  const counts = unitCounts(open, totals.insidePersons);
  const margins = streamMargins(totalPersons);
  const { streams } = streamStock(margins, totalPersons);
  const bands = bandPersons(totalPersons);
  const bandFit = stockByBand(streams, bands);
  const creditDays = solveCreditDays(streams, bandFit.cells, deathsPerYear, totals.observedAdmissions);
  const rule = servedRule(creditDays);
  const flows = streamFlows(streams, bandFit.cells, rule, deathsPerYear);
  const placementDays = solvePlacementDays(flows, rule, deathsPerYear, totals.outsidePersons);
  const placed = placedPersons(flows, rule, deathsPerYear, placementDays);
  const stock = initialStock(counts, streams, placed, totals.outsidePersons);
  const estate = { institutions, open, counts };
  const people = { margins, streams, bands, bandFit, stock };
  return { ...totals, ...estate, ...people, rule, flows, placementDays, placed };
}
