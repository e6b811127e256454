import { numberOrNull, textOf } from "./readSource.ts";
import { sum } from "./table.ts";
import type { Institution, Level } from "./usUnits.ts";

/** A regression of the relative occupancy of September 2025 on that of February 2020. */
export interface Persistence {
  readonly slope: number;
  readonly standardError: number;
  readonly institutions: number;
  readonly levels: number;
}

/** Camps that were being emptied between the two counts. */
const emptiedCamps = ["DTH", "MRG", "PEN"];

interface Pair {
  readonly level: Level;
  readonly before: number;
  readonly after: number;
}

/**
 * How much of the relative occupancy of institutions of one level is left after five and a half years.
 *
 * Least squares of the logarithm of occupancy within levels, main units only (the figure of 2025 leaves out camps and
 * satellites). Left out: administrative units, suspect counts, and camps that were being emptied.
 */
export function occupancyPersistence(institutions: readonly Institution[]): Persistence {
  const counted = institutions.filter((institution) => !emptiedCamps.includes(institution.id));
  const pairs = counted.flatMap(pairOf);
  const levels = [...new Set(pairs.map((pair) => pair.level))];
  const centred = levels.flatMap((level) => {
    const own = pairs.filter((pair) => pair.level === level);
    const before = sum(own.map((pair) => pair.before)) / own.length;
    const after = sum(own.map((pair) => pair.after)) / own.length;
    return own.map((pair) => ({ x: pair.before - before, y: pair.after - after }));
  });
  const spread = sum(centred.map(({ x }) => x * x));
  const slope = sum(centred.map(({ x, y }) => x * y)) / spread;
  const rest = sum(centred.map(({ x, y }) => (y - slope * x) * (y - slope * x)));
  const freedom = pairs.length - levels.length - 1;
  return {
    slope,
    standardError: Math.sqrt(rest / freedom / spread),
    institutions: pairs.length,
    levels: levels.length,
  };
}

/** Logarithms of the occupancy of the main unit at both dates, where both counts can be used. */
function pairOf(institution: Institution): Pair[] {
  const persons2020 = numberOrNull(institution.row, "population_2020_02_persons");
  const persons2025 = numberOrNull(institution.row, "population_2025_09_persons");
  const isSuspect = textOf(institution.row, "population_2025_09_note").startsWith("SUSPECT");
  if (persons2020 === null || persons2025 === null || isSuspect) return [];
  const isSatellite = (kind: string) => kind === "camp" || kind === "fsl";
  const main =
    institution.units.length === 1
      ? institution.units
      : institution.units.filter((unit) => !isSatellite(unit.kind));
  const level = main[0]?.level;
  if (level === undefined || level === "administrative" || main.some((unit) => unit.level !== level))
    return [];
  const records = institution.units.map((unit) => unit.recordPersons ?? unit.ratedCapacityPersons);
  const ofMain = institution.units.map((unit, index) => (main.includes(unit) ? (records[index] ?? 0) : 0));
  const before = (persons2020 * sum(ofMain)) / sum(records);
  const capacity = sum(main.map((unit) => unit.ratedCapacityPersons));
  return [{ level, before: Math.log(before / capacity), after: Math.log(persons2025 / capacity) }];
}
