import { numberOf, readSource, type SourceRow, textOf } from "./readSource.ts";
import { type Cell, sourceIds, type Table } from "./table.ts";
import { type UsModel, usAsOf } from "./usModel.ts";
import { closedInstitutionIds, type Institution, type Unit } from "./usUnits.ts";

type Row = { readonly [key: string]: Cell };

/** A blank cell of a source as null. */
function blankAsNull(row: SourceRow, column: string): string | null {
  const text = textOf(row, column);
  return text === "" ? null : text;
}

function unitRow(unit: Unit, institution: Institution): Row {
  const prea = textOf(institution.row, "recommended_basis").includes("PREA");
  return {
    id: unit.id,
    name: unit.name,
    institution: unit.institution,
    level: unit.level,
    sex: unit.sex,
    region: textOf(unit.row, "region"),
    state: textOf(unit.row, "state"),
    latitude: numberOf(unit.row, "latitude_deg"),
    longitude: numberOf(unit.row, "longitude_deg"),
    ratedCapacity: unit.ratedCapacityPersons,
    capacityBasis: textOf(institution.row, "recommended_basis"),
    capacityQuality: unit.capacityQuality,
    source: prea ? "BOP-S1;BOP-S2;BOP-S4" : "BOP-S1;BOP-S2",
  };
}

const communityRow: Row = {
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
  source: "BOP-S6",
};

const citations = ["BOP-S1", "BOP-S2", "BOP-S4", "GENERAL"];

/** The units of the institutions that are open at the start, and the custody outside them. */
export function usFacilities(model: UsModel): Table {
  const rows = model.open.flatMap((institution) =>
    institution.units.map((unit) => unitRow(unit, institution)),
  );
  const unknown = model.counts.units.filter((unit) => unit.sex === "mixed").map((unit) => unit.id);
  return {
    table: "us-facilities",
    title: "Units of the US Bureau of Prisons",
    asOf: usAsOf,
    mark: "derived",
    note:
      "Rated capacity as of 2016-02 to 2020-03; an institution's units add to its recommended total. Levels as " +
      "BOP listed them in 2025-09 (one-unit institutions) or by unit name. Mixed because the unit is not known " +
      `apart: ${unknown.join(", ")}. Sex of single units of mixed institutions: general knowledge.`,
    sources: [...citations, "BOP-S6"],
    rows: [...rows, communityRow],
  };
}

/** Units left out: institutions closed before the start, and the private contract prisons. */
export function usFacilitiesClosed(model: UsModel): Table {
  const changes = readSource("us-estate-changes.csv");
  const closed = model.institutions.filter((institution) => closedInstitutionIds.includes(institution.id));
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
    asOf: usAsOf,
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
  const changes = readSource("us-estate-changes.csv");
  const rows = model.open.map((institution) => {
    const own = changes.filter((row) => row.institution === institution.id);
    const status = own.map(
      (row) => `${textOf(row, "date")} ${textOf(row, "change")} (${textOf(row, "source_id")})`,
    );
    return {
      id: institution.id,
      name: institution.name,
      region: textOf(institution.row, "region"),
      state: textOf(institution.row, "state"),
      latitude: numberOf(institution.row, "latitude_deg"),
      longitude: numberOf(institution.row, "longitude_deg"),
      ratedCapacity: institution.ratedCapacityPersons,
      capacityBasis: textOf(institution.row, "recommended_basis"),
      status: ["open", ...status].join("; "),
    };
  });
  const used = sourceIds(changes.map((row) => textOf(row, "source_id")));
  return {
    table: "us-institutions",
    title: "Institutions and complexes of the US Bureau of Prisons",
    asOf: usAsOf,
    mark: "derived",
    note: "Rated capacity: the recommended total of the institution, 2016-02 to 2020-03.",
    sources: [...new Set([...citations, ...used])].sort(),
    rows,
  };
}
