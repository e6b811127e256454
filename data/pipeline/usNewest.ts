import { numberOf, onlyRow, readSource, type SourceRow } from "./readSource.ts";
import { roundTo } from "./table.ts";
import { daysPerYear } from "./timeToServe.ts";
import { compositionCount } from "./usComposition.ts";
import { usFlow } from "./usParameters.ts";
import { deathRate, flowsOfYear } from "./usTotals.ts";
import { type CountBasis, type UnitCounts, unitCounts } from "./usUnitCounts.ts";
import { openInstitutions, readInstitutions } from "./usUnits.ts";
import type { UsVintage } from "./usVintage.ts";

const asOf = "2024-10-31";
const flowYear = "CY2022";

/** Dates of the newest composition; the published table is made from the same. */
export const newestDates = {
  asOf,
  offenceDate: "2022-09-30",
  citizenshipDate: "2024-07-27",
  sexDate: "2022-12-31",
  sentenceDate: "2019-07-27",
  agesDate: "2022-12-31",
  levelsDate: "2020 (undated page, total 153,248)",
  sentencingYear: "FY2023",
};

/** Offence groups of BJS in the order of the model. */
const offenceGroups = ["drug", "weapons", "immigration", "violent", "property", "other_public_order"];

/** The newest figures: a stock that has stood still for some years, so what leaves is what comes in. */
export function newestVintage(): UsVintage {
  const isSnapshot = (row: SourceRow) => row.row_type === "bop_snapshot" && row.as_of_date === asOf;
  const snapshot = onlyRow(readSource("us-system-by-year.csv"), isSnapshot, `snapshot of ${asOf}`);
  const totalPersons = numberOf(snapshot, "total_population_persons");
  const insidePersons = numberOf(snapshot, "in_bop_operated_facilities_persons");
  const flows = flowsOfYear(flowYear);
  const open = openInstitutions(readInstitutions());
  const counts = unitCounts(open, insidePersons);
  return {
    ...newestDates,
    tables: "us",
    titleEnd: "",
    stockSource: "BOP-S6",
    unitNote: "Levels as BOP listed them in 2025-09 (one-unit institutions) or by unit name.",
    countNote: countNote(counts),
    totals: {
      totalPersons,
      insidePersons,
      outsidePersons: numberOf(snapshot, "in_other_community_persons"),
      deathsPerYear: deathRate(flowYear) * totalPersons,
      ...flows,
      exitsOverOneYear: flows.admissionsOverOneYear,
    },
    offencePersons: offenceGroups.map((category) =>
      compositionCount("offence_bjs", category, newestDates.offenceDate),
    ),
    servedShare: roundTo(1 - usFlow("good_conduct_time", "from 2019-07 (rule 2022-03-14)") / daysPerYear, 3),
    firstStepAct: true,
    open,
    counts,
  };
}

/** Institutions by the date of the count of their main unit. */
function countNote({ basisOfInstitution }: UnitCounts): string {
  const countedIn = (basis: CountBasis) =>
    [...basisOfInstitution].filter(([, value]) => value === basis).map(([id]) => id);
  return (
    `Institution counts, scaled alike: September 2025 for ${countedIn("2025-09").length}; December 2024 for ` +
    `${countedIn("2024-12").join(", ")}; April 2023 for ${countedIn("2023-04").join(", ")}; February 2020 for ` +
    `${countedIn("2020-02").join(", ")}.`
  );
}
