import type { ModelParameters, Regime } from "../../engine/parameters.ts";
import type { ReplicationResult } from "../../engine/result.ts";
import type { At } from "./measure.ts";

/** Day of a point of the grid. */
export function dayOf(parameters: ModelParameters, at: At): number {
  if (at === "start") {
    return 0;
  }
  return at === "horizon" ? parameters.horizonDays : (parameters.gridDays[at] as number);
}

/**
 * The values in force on a day: the last regime that begins on it or before.
 *
 * @example
 * regimeInForce(parameters, 400).ratedCapacity[0]; // persons, null where none is defined
 */
export function regimeInForce(parameters: ModelParameters, day: number): Regime {
  const regime = parameters.regimes.findLast((candidate) => candidate.fromDay <= day);
  if (regime === undefined) {
    throw new RangeError(`regimeInForce requires a regime that begins on day ${day} or before`);
  }
  return regime;
}

/** Rated capacity of some facilities on a day, over those that have one; persons. */
export function capacityOf(regime: Regime, facilities: readonly number[]): number {
  return facilities.reduce((sum, facility) => sum + (regime.ratedCapacity[facility] ?? 0), 0);
}

/** Those of the facilities that have a rated capacity; a closed one (0) has. */
export function withCapacity(regime: Regime, facilities: readonly number[]): number[] {
  return facilities.filter((facility) => typeof regime.ratedCapacity[facility] === "number");
}

/** Head-count of some facilities at a point of the grid, as a function of the replication; persons. */
export function stockReader(
  facilityCount: number,
  facilities: readonly number[],
  at: At,
): (result: ReplicationResult) => number {
  if (at === "horizon") {
    throw new RangeError("a head-count is read at a date, not over the horizon");
  }
  const offset = at === "start" ? 0 : at * facilityCount;
  return (result) => {
    const counts = at === "start" ? result.initialStock : result.gridStock;
    let sum = 0;
    for (const facility of facilities) {
      sum += counts[offset + facility]!;
    }
    return sum;
  };
}
