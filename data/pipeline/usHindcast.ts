import { largestRemainder } from "./largestRemainder.ts";
import { numberOf, onlyRow, readSource, type SourceRow, textOf } from "./readSource.ts";
import { roundTo, sum } from "./table.ts";
import { daysPerYear } from "./timeToServe.ts";
import { compositionCount, compositionPercent } from "./usComposition.ts";
import { contractId } from "./usContract.ts";
import { usParameter } from "./usParameters.ts";
import { deathRate, flowsOfYear, yearEnd } from "./usTotals.ts";
import type { UnitCounts } from "./usUnitCounts.ts";
import { type Institution, type Level, readInstitutions, type Unit } from "./usUnits.ts";
import type { UsVintage } from "./usVintage.ts";

const year = "CY2017";
const asOf = "2017-12-31";
const before = "2012-08-25";

/** The end of 2017 with figures that were known then, but for the pattern of ages (that of 2022). */
export function hindcastVintage(): UsVintage {
  const totals = hindcastTotals();
  const open = [...readInstitutions().map(withLevelsOf2020), contractPrisons()];
  return {
    tables: "hindcast-2017",
    titleEnd: " at the end of 2017, as known then",
    asOf,
    stockSource: "BOP-S7;BOP-S14",
    unitNote: "Levels as of 2020, before the changes to 2025. PRIVATE: the contract prisons together.",
    countNote:
      "Unit counts: records of 2016 scaled level by level to the published crowding of 2017 (high), to that of 2015 " +
      "in proportion (medium) and to what is left (others). Contract prisons and community: split of private " +
      "facilities as in 2012.",
    totals,
    offencePersons: offencePersons(),
    citizenshipDate: "2017-08-26",
    sexDate: before,
    sentenceDate: before,
    agesDate: "2022-12-31",
    levelsDate: before,
    sentencingYear: null,
    servedShare: roundTo(1 - usParameter("goodConductDaysUntil2019") / daysPerYear, 3),
    firstStepAct: false,
    open,
    counts: countsOf2017(open, totals.insidePersons),
  };
}

/** People in the community among those in private hands, as in August 2012: the nearest split before. */
function communityShareOfPrivate(): number {
  const isIt = (row: SourceRow) => row.row_type === "bop_snapshot" && row.as_of_date === before;
  const row = onlyRow(readSource("us-system-by-year.csv"), isIt, `snapshot of ${before}`);
  const community = numberOf(row, "in_other_community_persons");
  return community / (community + numberOf(row, "in_private_facilities_persons"));
}

/** Contract prisons are inside; the community, local jails and the few elsewhere are outside. */
function hindcastTotals(): UsVintage["totals"] {
  const row = yearEnd(year);
  const totalPersons = numberOf(row, "total_population_persons");
  const contract = Math.round(
    (1 - communityShareOfPrivate()) * numberOf(row, "in_private_facilities_persons"),
  );
  const insidePersons = numberOf(row, "in_bop_operated_facilities_persons") + contract;
  const flows = flowsOfYear(year);
  return {
    totalPersons,
    insidePersons,
    outsidePersons: totalPersons - insidePersons,
    deathsPerYear: deathRate(year) * totalPersons,
    ...flows,
    exitsOverOneYear: flows.releasesOverOneYear,
  };
}

/**
 * Offence groups: immigration of August 2017, drug and weapons of 2012, the rest split as in 2007. The base of the
 * count of 2017 (people with offence data) is the total of its day times the share with sentence data in 2012.
 */
function offencePersons(): number[] {
  const bop = (category: string, date: string) => compositionPercent("offence_bop", category, date) / 100;
  const withData = 203_855 / 218_107;
  const isTotal = (row: SourceRow) => row.row_type === "bop_snapshot" && row.as_of_date === "2017-08-26";
  const total = numberOf(
    onlyRow(readSource("us-system-by-year.csv"), isTotal, "August 2017"),
    "total_population_persons",
  );
  const immigration = compositionCount("offence_bop", "immigration", "2017-08-26") / (withData * total);
  const others = (1 - immigration) / (1 - bop("immigration", before));
  const drug = bop("drug", before) * others;
  const weapons = bop("weapons, explosives, arson", before) * others;
  const first = "2007 (page of July 2007)";
  const group = (categories: readonly string[]) => sum(categories.map((category) => bop(category, first)));
  const rest = [
    group(["robbery", "homicide, assault, kidnapping"]),
    group(["burglary, larceny, property", "extortion, fraud, bribery", "banking, counterfeit, embezzlement"]),
    group([
      "sex",
      "miscellaneous",
      "courts or corrections",
      "continuing criminal enterprise",
      "national security",
    ]),
  ];
  const left = 1 - immigration - drug - weapons;
  return [drug, weapons, immigration, ...rest.map((share) => (share / sum(rest)) * left)];
}

/** Levels that the units had before the changes of 2020 to 2025. */
function withLevelsOf2020(institution: Institution): Institution {
  const units = institution.units.map((unit) => {
    const label = textOf(unit.row, "security_level");
    const isLevel = ["minimum", "low", "medium", "high", "administrative"].includes(label);
    return isLevel ? { ...unit, level: label as Level } : unit;
  });
  return { ...institution, units };
}

/** The contract prisons together: low security, men, no rated capacity of BOP. */
function contractPrisons(): Institution {
  const row: SourceRow = {
    region: "",
    state: "",
    latitude_deg: "",
    longitude_deg: "",
    recommended_basis: "",
  };
  const name = "Private contract prisons";
  const unit: Unit = {
    id: contractId,
    name,
    institution: contractId,
    kind: "contract_private",
    level: "low",
    sex: "male",
    sexBasis: "",
    ratedCapacityPersons: 0,
    capacityQuality: "",
    recordPersons: null,
    row,
  };
  return { id: contractId, name, ratedCapacityPersons: 0, units: [unit], row };
}

/** Crowding over rated capacity by level (percent): high as printed for 2017, medium in proportion to all as of 2015. */
function occupancyOfLevels(): { high: number; medium: number } {
  const rows = readSource("us-system-by-year.csv").filter((row) => row.row_type === "crowding_published");
  const at = (date: string, level: string) =>
    numberOf(
      onlyRow(rows, (row) => row.as_of_date === date, `crowding of ${date}`),
      `crowding_over_rated_${level}_percent`,
    );
  const medium = (at("2017-10", "all") * at("2015", "medium")) / at("2015", "all");
  return { high: 1 + at("2017-10", "high") / 100, medium: 1 + medium / 100 };
}

/**
 * People in each unit: the record of 2016 (the rated capacity where there is none) scaled level by level to the
 * crowding of 2017; the levels without a figure share what is left.
 */
function countsOf2017(open: readonly Institution[], insidePersons: number): UnitCounts {
  const units = open.flatMap((institution) => institution.units);
  const bopPersons = numberOf(yearEnd(year), "in_bop_operated_facilities_persons");
  const records = units.map((unit) => unit.recordPersons ?? unit.ratedCapacityPersons);
  const capacityOf = (level: Level) =>
    sum(units.map((unit) => (unit.level === level ? unit.ratedCapacityPersons : 0)));
  const known = occupancyOfLevels();
  const [high, medium] = [known.high * capacityOf("high"), known.medium * capacityOf("medium")];
  const groups: { has: (unit: Unit) => boolean; persons: number }[] = [
    { has: (unit) => unit.level === "high", persons: high },
    { has: (unit) => unit.level === "medium", persons: medium },
    {
      has: (unit) => unit.level !== "high" && unit.level !== "medium" && unit.id !== contractId,
      persons: bopPersons - high - medium,
    },
  ];
  const scaled = units.map((unit, index) => {
    if (unit.id === contractId) return insidePersons - bopPersons;
    const group = groups.find(({ has }) => has(unit));
    const whole = sum(units.map((other, at) => (group?.has(other) ? (records[at] ?? 0) : 0)));
    return ((records[index] ?? 0) * (group?.persons ?? 0)) / whole;
  });
  return {
    units,
    persons: largestRemainder(scaled, insidePersons),
    basisOfInstitution: new Map(),
    unscaledPersons: sum(records),
  };
}
