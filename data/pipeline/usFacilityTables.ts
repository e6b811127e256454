import { largestRemainder } from "./largestRemainder.ts";
import { numberOf, numberOrNull, readSource, type SourceRow, textOf } from "./readSource.ts";
import { type Cell, roundTo, sourceIds, type Table } from "./table.ts";
import { contractId } from "./usContract.ts";
import type { UsModel } from "./usModel.ts";
import { usParameter } from "./usParameters.ts";
import { closedInstitutionIds, type Institution, readInstitutions, type Unit } from "./usUnits.ts";

type Row = { readonly [key: string]: Cell };

/** A blank cell of a source as null. */
function blankAsNull(row: SourceRow, column: string): string | null {
  const text = textOf(row, column);
  return text === "" ? null : text;
}

/** The contract prisons together have no place and no rated capacity. */
function isContract({ id }: { readonly id: string }): boolean {
  return id === contractId;
}

function unitRow(unit: Unit, institution: Institution): Row {
  const prea = textOf(institution.row, "recommended_basis").includes("PREA");
  const source = prea ? "BOP-S1;BOP-S2;BOP-S4" : "BOP-S1;BOP-S2";
  return {
    id: unit.id,
    name: unit.name,
    institution: unit.institution,
    level: unit.level,
    sex: unit.sex,
    region: blankAsNull(unit.row, "region"),
    state: blankAsNull(unit.row, "state"),
    latitude: numberOrNull(unit.row, "latitude_deg"),
    longitude: numberOrNull(unit.row, "longitude_deg"),
    ratedCapacity: isContract(unit) ? null : unit.ratedCapacityPersons,
    capacityBasis: textOf(institution.row, "recommended_basis"),
    capacityQuality: unit.capacityQuality,
    source: isContract(unit) ? "BOP-S7;BOP-S14" : source,
  };
}

/** Custody outside the institutions; as many places as are filled, for want of a figure. */
function communityRow(model: UsModel): Row {
  return {
    ...communityColumns,
    limit: model.totals.outsidePersons,
    source: model.vintage.stockSource,
  };
}

const communityColumns: Row = {
  id: "COMMUNITY",
  name: "Residential re-entry, home confinement and other non-BOP custody",
  institution: "COMMUNITY",
  level: "community",
  sex: "mixed",
  region: null,
  state: null,
  latitude: null,
  longitude: null,
  ratedCapacity: null,
  capacityBasis: "no rated capacity: contracted places",
  capacityQuality: null,
};

const citations = ["BOP-S1", "BOP-S2", "BOP-S4", "GENERAL"];

/** Beds that cannot be used, spread over the open units by rated capacity: an overlay for the facilities. */
export function usBedsOffLine(model: UsModel): Table {
  const { units } = model.counts;
  const beds = largestRemainder(
    units.map((unit) => unit.ratedCapacityPersons),
    usParameter("bedsOffLine"),
  );
  return {
    table: "us-beds-off-line",
    title: "Beds of the US Bureau of Prisons that cannot be used",
    asOf: "2025-02-28",
    mark: "assumption",
    note:
      "About 4,000 beds were unusable in February 2025 (BOP-S72); which ones was not found. Spread in proportion to " +
      "rated capacity over the open units.",
    sources: ["BOP-S72", "ASSUMPTION"],
    rows: units.map((unit, index) => ({ id: unit.id, bedsOffLine: beds[index] ?? 0 })),
  };
}

/** The units of the institutions that are open at the start, and the custody outside them. */
export function usFacilities(model: UsModel): Table {
  const weightOf = new Map(model.counts.units.map((unit, index) => [unit.id, model.weights[index] ?? 0]));
  const rows = model.open.flatMap((institution) =>
    institution.units.map((unit) => {
      const { source, ...columns } = unitRow(unit, institution);
      return { ...columns, weight: roundTo(weightOf.get(unit.id) ?? 0, 1), source: source ?? "" };
    }),
  );
  const unknown = model.counts.units.filter((unit) => unit.sex === "mixed").map((unit) => unit.id);
  return {
    table: `${model.vintage.tables}-facilities`,
    title: `Units of the US Bureau of Prisons${model.vintage.titleEnd}`,
    asOf: model.vintage.asOf,
    mark: "derived",
    note:
      "Rated capacity as of 2016-02 to 2020-03; an institution's units add to its recommended total. " +
      `${model.vintage.unitNote} Mixed because the unit is not known apart: ${unknown.join(", ")}. Sex of single units ` +
      "of mixed institutions: general knowledge. weight: for placement " +
      "in proportion; capacity times the occupancy at the start relative to the level, to the power " +
      `${roundTo(model.persistence, 3)} (administrative units: their people), and what makes mixed units come ` +
      "out right. limit: the people outside on the day; no number of contracted places was found (assumption).",
    sources: sourceIds([...citations, ...rows.map((row) => String(row.source)), model.vintage.stockSource]),
    rows: [...rows, communityRow(model)],
  };
}

/** Units left out: institutions closed before the start, and the private contract prisons. */
export function usFacilitiesClosed(model: UsModel): Table {
  const changes = readSource("us-estate-changes.csv");
  const closed = readInstitutions().filter((institution) => closedInstitutionIds.includes(institution.id));
  const rows = closed.flatMap((institution) => {
    const change = changes.find((row) => row.institution === institution.id);
    if (change === undefined) throw new RangeError(`no closing is recorded for ${institution.id}`);
    return institution.units.map((unit) => ({
      ...unitRow(unit, institution),
      closed: textOf(change, "date"),
      note: `${textOf(change, "change")}: ${textOf(change, "note")}`,
    }));
  });
  const contract = readSource("us-facilities.csv").filter((row) => row.unit_type === "contract_private");
  return {
    table: "us-facilities-closed",
    title: "Units that are not part of the initial estate",
    asOf: model.vintage.asOf,
    mark: "derived",
    note: "Not read by the simulator. Contract prisons: all contracts had ended by the end of 2022.",
    sources: [...citations, "BOP-S8", "BOP-S21", "BOP-S83"],
    rows: [...rows, ...contract.map(contractRow)],
  };
}

function contractRow(row: SourceRow): Row {
  const name = textOf(row, "name");
  return {
    id: name.toUpperCase().replaceAll(" ", "-"),
    name,
    institution: "CONTRACT",
    level: textOf(row, "security_level"),
    sex: "male",
    region: blankAsNull(row, "region"),
    state: textOf(row, "state"),
    latitude: blankAsNull(row, "latitude_deg") === null ? null : numberOf(row, "latitude_deg"),
    longitude: blankAsNull(row, "longitude_deg") === null ? null : numberOf(row, "longitude_deg"),
    ratedCapacity: numberOf(row, "rated_capacity_beds"),
    capacityBasis: textOf(row, "rated_capacity_asof"),
    capacityQuality: textOf(row, "capacity_quality").slice(0, 1),
    source: "BOP-S1",
    closed: "2022",
    note: "private contract prison; contracts ended by the end of 2022 (BOP-S8)",
  };
}

/** Institutions and complexes that are open at the start. */
export function usInstitutions(model: UsModel): Table {
  const changes = readSource("us-estate-changes.csv").filter(() => model.vintage.tables === "us");
  const rows = model.open.map((institution) => {
    const own = changes.filter((row) => row.institution === institution.id);
    const status = own.map(
      (row) => `${textOf(row, "date")} ${textOf(row, "change")} (${textOf(row, "source_id")})`,
    );
    return {
      id: institution.id,
      name: institution.name,
      region: blankAsNull(institution.row, "region"),
      state: blankAsNull(institution.row, "state"),
      latitude: numberOrNull(institution.row, "latitude_deg"),
      longitude: numberOrNull(institution.row, "longitude_deg"),
      ratedCapacity: isContract(institution) ? null : institution.ratedCapacityPersons,
      capacityBasis: textOf(institution.row, "recommended_basis"),
      status: ["open", ...status].join("; "),
    };
  });
  const used = sourceIds(changes.map((row) => textOf(row, "source_id")));
  return {
    table: `${model.vintage.tables}-institutions`,
    title: `Institutions and complexes of the US Bureau of Prisons${model.vintage.titleEnd}`,
    asOf: model.vintage.asOf,
    mark: "derived",
    note: "Rated capacity: the recommended total of the institution, 2016-02 to 2020-03.",
    sources: [...new Set([...citations, ...used])].sort(),
    rows,
  };
}
