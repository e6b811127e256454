import type { ModelParameters } from "../../engine/parameters.ts";
import type { ReplicationResult } from "../../engine/result.ts";
import { type CapacityCalendar, countsAt, dayOf, type Rated } from "./capacity.ts";
import type { At } from "./measure.ts";
import { perPoint } from "./perPoint.ts";
import { remembered } from "./remembered.ts";

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

/** Institutions of a system on a date. */
interface Institutions {
  /** Each by its facilities with a capacity, and that capacity. */
  readonly rated: readonly Rated[];
  /** People in each, in memory that is used for the next replication too. */
  readonly inside: (result: ReplicationResult) => Int32Array;
}

/**
 * Institutions of a system with more people than a multiple of their capacity. People are counted once for all
 * thresholds.
 *
 * @param level only the facilities of that level, each institution's together; null = all
 * @returns for a threshold (ratio of capacity, to the percent) and a date
 */
export function crowdedInstitutions(
  parameters: ModelParameters,
  system: number,
  level: string | null,
  calendar: CapacityCalendar,
): (threshold: number, at: At) => ReadCrowded {
  const all: number[][] = parameters.institutions.map(() => []);
  for (const [index, facility] of parameters.facilities.entries()) {
    if (facility.system === system && (level === null || facility.level === level)) {
      all[facility.institution]?.push(index);
    }
  }
  const units = all.filter((facilities) => facilities.length > 0);
  const institutions = perPoint((at): Institutions => {
    const day = dayOf(parameters, at);
    const rated = units.map((facilities) => calendar.rated(facilities, day));
    return { rated, inside: remembered(insideReader(parameters, rated, at)) };
  });
  return (threshold, at) => crowdedReader(institutions(at), threshold);
}

/** The facilities of all institutions stand in one list, each institution's up to its end: it is read in one pass. */
function insideReader(
  parameters: ModelParameters,
  rated: readonly Rated[],
  at: At,
): (result: ReplicationResult) => Int32Array {
  const cells = Int32Array.from(rated.flatMap(({ facilities }) => facilities));
  const ends: number[] = [];
  for (const { facilities } of rated) ends.push((ends.at(-1) ?? 0) + facilities.length);
  const { offset, counts } = countsAt(parameters.facilities.length, at);
  const inside = new Int32Array(rated.length);
  return (result) => {
    const all = counts(result);
    let cell = 0;
    for (let unit = 0; unit < ends.length; unit += 1) {
      let people = 0;
      for (const end = ends[unit]!; cell < end; cell += 1) people += all[offset + cells[cell]!]!;
      inside[unit] = people;
    }
    return inside;
  };
}

function crowdedReader({ rated, inside }: Institutions, threshold: number): ReadCrowded {
  const limits = Float64Array.from(rated, ({ capacity }) => (Math.round(threshold * 100) * capacity) / 100);
  return (result, onCrowded) => {
    const persons = inside(result);
    let count = 0;
    let people = 0;
    for (let unit = 0; unit < limits.length; unit += 1) {
      if (limits[unit]! > 0 && persons[unit]! > limits[unit]!) {
        count += 1;
        people += persons[unit]!;
        onCrowded?.(rated[unit]!.facilities);
      }
    }
    return { count, people };
  };
}
