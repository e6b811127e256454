import { stockShareYoungerThan } from "./lognormalStay.ts";
import { type MxModel, mxStock } from "./mxModel.ts";
import { numberOf, onlyRow, readSource, type SourceRow } from "./readSource.ts";
import type { Residual } from "./residuals.ts";
import { roundTo, sum } from "./table.ts";

/** Every margin of the Mexican side. */
export function mxResiduals(model: MxModel): Residual[] {
  const isYearEnd = (row: SourceRow) => row.as_of === "2024-12-31" && row.series === "INEGI all";
  const national = onlyRow(readSource("mx-national-by-year.csv"), isYearEnd, "the end of 2024");
  const exact = { table: "mx-initial-stock", unit: "persons", bound: 0, source: "MX02;MX03;MX05", note: "" };
  const women = sum(model.facilities.map((facility) => facility.femalePersons));
  const stay = (jurisdiction: "federal" | "state"): Residual => {
    const { meanYears, variation, isSolved } = model[jurisdiction];
    const logSd = Math.sqrt(Math.log(1 + variation * variation));
    return {
      table: "mx-streams",
      margin: `share of the ${jurisdiction} stock admitted at most 4 years ago`,
      target: roundTo(100 * model.youngShare, 1),
      value: 100 * stockShareYoungerThan(4, meanYears, logSd),
      unit: "%",
      bound: 0.1,
      source: "MX80",
      note: `mean ${roundTo(meanYears, 3)} y, cv ${variation}${isSolved ? "" : " (assumption: no solution)"}`,
    };
  };
  return [
    {
      ...exact,
      margin: "people in state-run centres",
      target: numberOf(national, "state_centre_population_persons"),
      value: stockOf(model, "state"),
    },
    {
      ...exact,
      margin: "people in federal centres",
      target: numberOf(national, "federal_centre_population_persons"),
      value: stockOf(model, "federal"),
    },
    { ...exact, margin: "women", target: model.women, value: women },
    ...capacityResiduals(model),
    stay("state"),
    stay("federal"),
  ];
}

function stockOf(model: MxModel, jurisdiction: "federal" | "state"): number {
  const both = [...mxStock(model, jurisdiction, "male"), ...mxStock(model, jurisdiction, "female")];
  return sum(both.map((entry) => entry.persons));
}

/** Places: federal and state ones must add to the published sums. */
function capacityResiduals(model: MxModel): Residual[] {
  const places = (jurisdiction: string, column: string) =>
    sum(
      model.facilities
        .filter((facility) => facility.jurisdiction === jurisdiction)
        .map((facility) => numberOf(facility.baseline, column)),
    );
  const isYearEnd = (row: SourceRow) => row.as_of === "2024-12-31" && row.series === "INEGI all";
  const all = numberOf(onlyRow(readSource("mx-national-by-year.csv"), isYearEnd, "2024"), "capacity_places");
  const federal = places("federal", "capacity_places");
  return [
    {
      table: "mx-facilities",
      margin: "places, all centres",
      target: all,
      value: federal + places("state", "capacity_incl_adolescent_places"),
      unit: "places",
      bound: 0,
      source: "MX02;MX05",
      note: "with places for adolescents",
    },
  ];
}
