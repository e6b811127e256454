import { largestRemainder } from "./largestRemainder.ts";
import { solveStayVariation } from "./lognormalStay.ts";
import { numberOf, onlyRow, readSource, type SourceRow, textOf } from "./readSource.ts";
import { at, roundTo, sum } from "./table.ts";

/** Date of the Mexican stock and capacity. */
export const mxAsOf = "2024-12-31";

/** The centre for women among the federal ones. */
const womenCentre = "CEFERESO_16";

/** A federal centre, or all state-run centres of one state. */
export interface MxFacility {
  readonly id: string;
  readonly jurisdiction: "federal" | "state";
  readonly baseline: SourceRow;
  readonly place: SourceRow;
  readonly malePersons: number;
  readonly femalePersons: number;
}

export type MxModel = ReturnType<typeof mxModel>;

/** Computes the Mexican side from the sources. */
export function mxModel() {
  const places = readSource("mx-places.csv");
  const national = readSource("mx-national-by-year.csv");
  const flows = readSource("mx-flows.csv");
  const admissions = (scope: string) =>
    numberOf(
      onlyRow(
        flows,
        (row) => row.metric === "admissions" && row.as_of === "2024" && row.scope === scope,
        `admissions of 2024, ${scope}`,
      ),
      "value",
    );
  const federalBaseline = readSource("mx-federal-baseline.csv");
  const federal = federalBaseline.map((baseline) => federalCentre(baseline, places));
  const federalWomen = sum(federal.map((facility) => facility.femalePersons));
  const isWomen = (row: SourceRow) => row.topic === "stock" && row.metric === "women";
  const women = numberOf(onlyRow(flows, isWomen, "women at the end of 2024"), "value");
  const state = stateSystems(places, women - federalWomen);
  const youngShare =
    numberOf(
      onlyRow(flows, (row) => row.metric === "4 years or less since admission", "time since admission"),
      "value",
    ) / 100;
  return {
    facilities: [...federal, ...state],
    women,
    deathsPerYear: deathRate(national),
    youngShare,
    federal: stay(federal, admissions("federal centres"), youngShare),
    state: stay(state, admissions("state and adolescent centres"), youngShare),
  };
}

function federalCentre(baseline: SourceRow, places: readonly SourceRow[]): MxFacility {
  const id = textOf(baseline, "facility_id");
  const persons = numberOf(baseline, "population_persons");
  const isWomens = id === womenCentre;
  return {
    id,
    jurisdiction: "federal",
    baseline,
    place: onlyRow(places, (row) => row.id === id, id),
    malePersons: isWomens ? 0 : persons,
    femalePersons: isWomens ? persons : 0,
  };
}

/** The 32 state systems; women in proportion to the population of each (assumption). */
function stateSystems(places: readonly SourceRow[], womenPersons: number): MxFacility[] {
  const rows = readSource("mx-states-baseline.csv");
  const women = largestRemainder(
    rows.map((row) => numberOf(row, "population_persons")),
    womenPersons,
  );
  return rows.map((baseline, index) => {
    const name = textOf(baseline, "state");
    const isState = (row: SourceRow) => row.state === name && textOf(row, "id").startsWith("MX-");
    const place = onlyRow(places, isState, name);
    const femalePersons = women[index] ?? 0;
    return {
      id: textOf(place, "id"),
      jurisdiction: "state",
      baseline,
      place,
      malePersons: numberOf(baseline, "population_persons") - femalePersons,
      femalePersons,
    };
  });
}

/** Deaths of 2019 (the last year before the pandemic) over the stock of February 2019. */
function deathRate(national: readonly SourceRow[]): number {
  const isDeaths = (row: SourceRow) => row.year === "2019" && textOf(row, "series").includes("Intersecta");
  const isStock = (row: SourceRow) => row.as_of === "2019-02-28";
  const deaths = numberOf(onlyRow(national, isDeaths, "deaths of 2019"), "deaths_persons_per_year");
  return roundTo(deaths / numberOf(onlyRow(national, isStock, "stock of 2019"), "population_persons"), 5);
}

/** Stay of one jurisdiction: mean by Little's law, spread by the share of the stock that is recent. */
function stay(facilities: readonly MxFacility[], admissionsPerYear: number, youngShare: number) {
  const persons = sum(facilities.map((facility) => facility.malePersons + facility.femalePersons));
  const meanYears = persons / admissionsPerYear;
  const solved = solveStayVariation(4, meanYears, youngShare);
  return {
    persons,
    admissionsPerYear,
    meanYears,
    isSolved: solved !== null,
    variation: roundTo(solved ?? 1, 4),
  };
}

/** People of one jurisdiction and sex by facility, in the order of the facilities. */
export function mxStock(model: MxModel, jurisdiction: "federal" | "state", sex: "male" | "female") {
  const facilities = model.facilities.filter((facility) => facility.jurisdiction === jurisdiction);
  const byId = new Map(
    facilities.map((facility) => [
      facility.id,
      sex === "male" ? facility.malePersons : facility.femalePersons,
    ]),
  );
  return facilities
    .map((facility) => ({ id: facility.id, persons: at(byId, facility.id) }))
    .filter((entry) => entry.persons > 0);
}
