import { largestRemainder } from "./largestRemainder.ts";
import { numberOrNull, readSource, textOf } from "./readSource.ts";
import { sum } from "./table.ts";
import type { Institution, Unit } from "./usUnits.ts";

/** Where the count of an institution comes from. */
export type CountBasis = "2020-02" | "2025-09" | "2024-12" | "2023-04";

/** People in each unit of the open institutions, whole numbers that add to the published total. */
export interface UnitCounts {
  readonly units: readonly Unit[];
  readonly persons: readonly number[];
  readonly basisOfInstitution: ReadonlyMap<string, CountBasis>;
  /** Sum of the counts before they were scaled to the total. */
  readonly unscaledPersons: number;
}

/** A newer count is taken only if the institution then stays within these ratios of its 2020 count. */
export const plausibleRatio = { lowest: 0.5, highest: 1.6 };

/**
 * Spreads the published total over the units of the open institutions.
 *
 * A unit's count is its share of the institution in February 2020 by the HIFLD records; the main unit
 * takes the count of September 2025 where that is usable (it leaves out camps and satellites); camps
 * announced for closure take the count printed in December 2024, and Thomson the people moved in when it became a
 * low-security institution in 2023. All are then scaled alike.
 */
export function unitCounts(institutions: readonly Institution[], totalPersons: number): UnitCounts {
  const announced = announcedCounts();
  const basisOfInstitution = new Map<string, CountBasis>();
  const estimates = institutions.map((institution) => {
    const estimate = institutionEstimate(institution, announced);
    basisOfInstitution.set(institution.id, estimate.basis);
    return estimate.persons;
  });
  const institutionPersons = largestRemainder(estimates.map(sum), totalPersons);
  const persons = estimates.flatMap((weights, index) =>
    largestRemainder(weights, institutionPersons[index] ?? 0),
  );
  return {
    units: institutions.flatMap((institution) => institution.units),
    persons,
    basisOfInstitution,
    unscaledPersons: sum(estimates.map(sum)),
  };
}

interface AnnouncedCount {
  readonly persons: number;
  readonly basis: CountBasis;
}

/** Counts that were printed with a change of the estate, by unit. */
function announcedCounts(): Map<string, AnnouncedCount> {
  const announced = new Map<string, AnnouncedCount>();
  for (const row of readSource("us-estate-changes.csv")) {
    const persons = numberOrNull(row, "persons");
    if (persons !== null) {
      announced.set(textOf(row, "unit"), { persons, basis: textOf(row, "date").slice(0, 7) as CountBasis });
    }
  }
  return announced;
}

/** Counts of the units of one institution before scaling; the basis is that of its main unit. */
function institutionEstimate(
  institution: Institution,
  announced: ReadonlyMap<string, AnnouncedCount>,
): { basis: CountBasis; persons: number[] } {
  const persons2020 = numberOrNull(institution.row, "population_2020_02_persons") ?? 0;
  const records = institution.units.map((unit) => unit.recordPersons ?? unit.ratedCapacityPersons);
  const shares2020 = records.map((record) => (record / sum(records)) * persons2020);
  let basis: CountBasis = "2020-02";
  let persons = withCountOf2025(institution, shares2020, persons2020);
  if (persons === null) persons = shares2020;
  else basis = "2025-09";
  basis = announced.get(institution.units[0]?.id ?? "")?.basis ?? basis;
  return {
    basis,
    persons: persons.map(
      (count, index) => announced.get(institution.units[index]?.id ?? "")?.persons ?? count,
    ),
  };
}

/** Counts with the figure of September 2025 for the main unit, or null where it is not usable. */
function withCountOf2025(
  institution: Institution,
  shares2020: readonly number[],
  persons2020: number,
): number[] | null {
  const count = numberOrNull(institution.row, "population_2025_09_persons");
  if (count === null || textOf(institution.row, "population_2025_09_note").startsWith("SUSPECT")) return null;
  const isSatellite = institution.units.map((unit) => unit.kind === "camp" || unit.kind === "fsl");
  const inOneUnit = institution.units.length === 1;
  const mainShare = sum(shares2020.filter((_, index) => inOneUnit || !isSatellite[index]));
  const persons = shares2020.map((share, index) =>
    inOneUnit || !isSatellite[index] ? (share / mainShare) * count : share,
  );
  const ratio = sum(persons) / persons2020;
  return ratio >= plausibleRatio.lowest && ratio <= plausibleRatio.highest ? persons : null;
}
