import type { Model } from "./model.ts";
import type { StateShape } from "./state.ts";

/**
 * Room that a replication needs. People: everybody who may ever be admitted, with a margin for chance far
 * beyond what can happen, and twice that where people leave a record behind that waits for its pending event.
 * Slots are used again and untouched memory costs nothing, so the bound may be wide.
 */
export function stateShape(model: Model, processes: number): StateShape {
  const { parameters, placement } = model;
  const initial = parameters.initialStock.reduce((sum, row) => sum + row.persons, 0);
  const expelled = parameters.expulsions.reduce((sum, batch) => sum + batch.persons, 0);
  const admissions = expectedAdmissions(model);
  const entries = initial + expelled + admissions + 12 * Math.sqrt(admissions) + 1000;
  const leavesRecordBehind = parameters.corridors.length + parameters.expulsions.length > 0;
  const persons = Math.ceil(entries * (leavesRecordBehind ? 2 : 1));
  const days = Math.max(1, Math.ceil(parameters.horizonDays));
  return {
    persons,
    cases: parameters.corridors.length > 0 ? Math.ceil(entries) : 0,
    days,
    subBuckets: subBuckets((2 * admissions + initial) / days),
    processes,
    systems: parameters.systems.length,
    institutions: parameters.institutions.length,
    facilities: parameters.facilities.length,
    streams: parameters.streams.length,
    corridors: parameters.corridors.length,
    placementNodes: placement.nodes,
    placementKeys: placement.keys,
  };
}

/** Admissions over the horizon, with four standard deviations of the level where that is uncertain. */
function expectedAdmissions(model: Model): number {
  const { regimes, horizonDays, yearStartDays } = model.parameters;
  const years = yearStartDays.length + 1;
  return regimes.reduce((sum, regime, i) => {
    const end = Math.min(regimes[i + 1]?.fromDay ?? horizonDays, horizonDays);
    const perDay = regime.streams.reduce((total, s, k) => {
      const sd = regime.admissionsLevelSd[model.streamSystem[k]!] ?? 0;
      return total + s.admissionsPerDay * Math.exp(4 * sd * Math.sqrt(years));
    }, 0);
    return sum + perDay * Math.max(0, end - regime.fromDay);
  }, 0);
}

/** A power of two near the number of events a day, so that a sub-bucket holds about one. */
function subBuckets(eventsPerDay: number): number {
  const wanted = Math.min(Math.max(eventsPerDay * 2, 64), 65536);
  return 2 ** Math.ceil(Math.log2(wanted));
}
