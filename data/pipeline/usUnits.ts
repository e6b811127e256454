import { largestRemainder } from "./largestRemainder.ts";
import { numberOf, numberOrNull, onlyRow, readSource, type SourceRow, textOf } from "./readSource.ts";
import { sum } from "./table.ts";

export type Level = "minimum" | "low" | "medium" | "high" | "administrative";
export type UnitSex = "male" | "female" | "mixed";

/** One BOP unit (an institution has one or more) with the figures that the later steps need. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly institution: string;
  readonly kind: string;
  readonly level: Level;
  readonly sex: UnitSex;
  readonly sexBasis: string;
  readonly ratedCapacityPersons: number;
  readonly capacityQuality: string;
  /** Population in the HIFLD record (2016 to 2020), null where there is none. */
  readonly recordPersons: number | null;
  readonly row: SourceRow;
}

/** One BOP institution or complex. */
export interface Institution {
  readonly id: string;
  readonly name: string;
  readonly ratedCapacityPersons: number;
  readonly units: readonly Unit[];
  readonly row: SourceRow;
}

/** Institutions closed before the start. */
export const closedInstitutionIds = ["DUB", "NYM"];

/** The 98 institutions with their 198 units, in order of institution id. */
export function readInstitutions(): Institution[] {
  const rows = readSource("us-facilities.csv");
  const ids = readSource("us-unit-ids.csv");
  const totals = rows.filter((row) => row.row_level === "institution_total");
  const institutions = totals.map((total) => {
    const id = textOf(total, "institution_code");
    const unitRows = rows.filter((row) => row.row_level === "unit" && row.institution_code === id);
    const capacities = unitCapacities(unitRows, numberOf(total, "recommended_capacity_beds"));
    const units = unitRows.map((row, index) => toUnit(row, ids, capacities[index] ?? 0));
    units.sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      id,
      name: textOf(total, "name"),
      ratedCapacityPersons: numberOf(total, "recommended_capacity_beds"),
      units,
      row: total,
    };
  });
  return institutions.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toUnit(row: SourceRow, ids: readonly SourceRow[], ratedCapacityPersons: number): Unit {
  const name = textOf(row, "name");
  const institution = textOf(row, "institution_code");
  const same = (id: SourceRow) => id.name === name && id.institution === institution;
  const id = onlyRow(ids, same, `unit ${name}`);
  return {
    id: textOf(id, "id"),
    name: textOf(id, "display_name"),
    institution,
    kind: textOf(row, "unit_type"),
    level: textOf(id, "level") as Level,
    sex: textOf(id, "sex") as UnitSex,
    sexBasis: textOf(id, "sex_basis"),
    ratedCapacityPersons,
    capacityQuality: textOf(row, "capacity_quality").slice(0, 1),
    recordPersons: numberOrNull(row, "population_hifld_persons"),
    row,
  };
}

/**
 * Rated capacity of the units of one institution, adding to its recommended total.
 *
 * Units of quality A or B keep their record; those of quality X (not usable) share what is left in
 * proportion to their record. If nothing usable is left, or no unit is of quality X, all are scaled.
 */
export function unitCapacities(unitRows: readonly SourceRow[], institutionTotal: number): number[] {
  const records = unitRows.map((row) => numberOf(row, "rated_capacity_beds"));
  const isDoubtful = unitRows.map((row) => textOf(row, "capacity_quality").startsWith("X"));
  const kept = sum(records.filter((_, index) => !isDoubtful[index]));
  const left = institutionTotal - kept;
  if (!isDoubtful.includes(true) || left <= 0) return largestRemainder(records, institutionTotal);
  const weights = records.map((record, index) => (isDoubtful[index] ? record : 0));
  const shared = largestRemainder(weights, left);
  return records.map((record, index) => (isDoubtful[index] ? (shared[index] ?? 0) : record));
}

/** The institutions that are open at the start. */
export function openInstitutions(institutions: readonly Institution[]): Institution[] {
  return institutions.filter((institution) => !closedInstitutionIds.includes(institution.id));
}
