import type { ModelParameters } from "../../engine/parameters.ts";
import type { ReplicationResult } from "../../engine/result.ts";
import { type CapacityCalendar, capacityOf, dayOf, stockReader, withCapacity } from "./capacity.ts";
import type { At } from "./measure.ts";
import { indicesOf } from "./placeMeasures.ts";

/** An institution above a threshold: those of its facilities that have a capacity, and the people in them. */
interface Crowded {
  readonly facilities: readonly number[];
  readonly people: number;
}

/**
 * Institutions of a system with more people than a multiple of their capacity.
 *
 * @param level only the facilities of that level, each institution's together; null = all
 * @param threshold ratio of capacity, to the percent
 */
export function crowdedInstitutions(
  parameters: ModelParameters,
  system: number,
  level: string | null,
  calendar: CapacityCalendar,
  threshold: number,
): (at: At) => (result: ReplicationResult) => Crowded[] {
  const units = parameters.institutions.map((_, institution) =>
    indicesOf(
      parameters.facilities,
      (facility) =>
        facility.institution === institution &&
        facility.system === system &&
        (level === null || facility.level === level),
    ),
  );
  return (at) => {
    const capacities = calendar.on(dayOf(parameters, at));
    const open = units
      .map((facilities) => withCapacity(capacities, facilities))
      .map((facilities) => ({
        facilities,
        limit: (Math.round(threshold * 100) * capacityOf(capacities, facilities)) / 100,
        stock: stockReader(parameters.facilities.length, facilities, at),
      }))
      .filter(({ limit }) => limit > 0);
    return (result) =>
      open.flatMap(({ facilities, limit, stock }) => {
        const people = stock(result);
        return people > limit ? [{ facilities, people }] : [];
      });
  };
}
