import type { ModelParameters } from "../../engine/parameters.ts";
import type { ReplicationResult } from "../../engine/result.ts";
import {
  type Capacities,
  type CapacityCalendar,
  capacityOf,
  countsAt,
  dayOf,
  withCapacity,
} from "./capacity.ts";
import type { At } from "./measure.ts";

/** Institutions above a threshold. */
interface Crowded {
  readonly count: number;
  /** People in all of them. */
  readonly people: number;
}

/** Reads them; `onCrowded` is told of each those of its facilities that have a capacity. */
type ReadCrowded = (
  result: ReplicationResult,
  onCrowded?: (facilities: readonly number[]) => void,
) => Crowded;

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
): (at: At) => ReadCrowded {
  const all: number[][] = parameters.institutions.map(() => []);
  for (const [index, facility] of parameters.facilities.entries()) {
    if (facility.system === system && (level === null || facility.level === level)) {
      all[facility.institution]?.push(index);
    }
  }
  const units = all.filter((facilities) => facilities.length > 0);
  return (at) => readerAt(parameters, units, calendar.on(dayOf(parameters, at)), threshold, at);
}

/** The facilities of all institutions stand in one list, each institution's up to its end: it is read in one pass. */
function readerAt(
  parameters: ModelParameters,
  units: readonly (readonly number[])[],
  capacities: Capacities,
  threshold: number,
  at: At,
): ReadCrowded {
  const open = units.map((facilities) => withCapacity(capacities, facilities));
  const limits = open.map((own) => (Math.round(threshold * 100) * capacityOf(capacities, own)) / 100);
  const ends: number[] = [];
  for (const facilities of open) ends.push((ends.at(-1) ?? 0) + facilities.length);
  const { offset, counts } = countsAt(parameters.facilities.length, at);
  const cells = Int32Array.from(open.flat(), (facility) => offset + facility);
  return (result, onCrowded) => {
    const all = counts(result);
    let count = 0;
    let people = 0;
    let cell = 0;
    for (let unit = 0; unit < ends.length; unit += 1) {
      let inside = 0;
      for (const end = ends[unit]!; cell < end; cell += 1) inside += all[cells[cell]!]!;
      if (limits[unit]! > 0 && inside > limits[unit]!) {
        count += 1;
        people += inside;
        onCrowded?.(open[unit]!);
      }
    }
    return { count, people };
  };
}
