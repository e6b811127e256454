import type { Model } from "./model.ts";
import { receivingFacilities } from "./result.ts";
import type { StateShape } from "./state.ts";

/**
 * Room that a replication needs. People: everybody who may ever be admitted, with a margin for chance far
 * beyond what can happen, twice that where people leave a record behind that waits for its pending event, and
 * four times where they may come back as well.
 * Slots are used again and untouched memory costs nothing, so the bound may be wide.
 */
export function stateShape(model: Model, processes: number): StateShape {
  const { parameters, placement } = model;
  const initial = parameters.initialStock.reduce((sum, row) => sum + row.persons, 0);
  const expelled = parameters.expulsions.reduce((sum, batch) => sum + batch.persons, 0);
  const admissions = expectedAdmissions(model);
  const entries = initial + expelled + admissions + 12 * Math.sqrt(admissions) + 1000;
  const leavesRecordBehind = parameters.corridors.length + parameters.expulsions.length > 0;
  const records = (leavesRecordBehind ? 2 : 1) + (model.returnsPeople ? 2 : 0);
  const persons = 2 * Math.ceil((entries * records) / 2);
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
    groups: parameters.groups.length,
    levels: parameters.levels.length,
    streams: parameters.streams.length,
    corridors: parameters.corridors.length,
    receivingFacilities: receivingFacilities(parameters).length,
    reasons: model.reasons.reduce((sum, list) => sum + list.length, 0),
    placementNodes: placement.nodes,
    placementKeys: placement.keys,
  };
}

/** Admissions over the horizon, with four standard deviations of the level where that is uncertain. */
function expectedAdmissions(model: Model): number {
  const { regimes, horizonDays, yearStartDays, streams } = model.parameters;
  const years = yearStartDays.filter((day) => day > 0 && day < horizonDays);
  const starts = regimes.map((regime) => regime.fromDay).filter((day) => day < horizonDays);
  const days = [...new Set([...starts, ...years])].sort((a, b) => a - b);
  const grown = streams.map(() => 1);
  let sum = 0;
  days.forEach((day, i) => {
    const regime = regimes.findLast(({ fromDay }) => fromDay <= day)!;
    const length = (days[i + 1] ?? horizonDays) - day;
    regime.streams.forEach(({ admissionsPerDay, admissionsGrowth }, s) => {
      if (years.includes(day)) {
        grown[s]! *= 1 + admissionsGrowth;
      }
      const sd = regime.admissionsLevelSd[model.streamSystem[s]!]!;
      sum += admissionsPerDay * grown[s]! * length * Math.exp(4 * sd * Math.sqrt(yearStartDays.length + 1));
    });
  });
  return sum;
}

/** A power of two near the number of events a day, so that a sub-bucket holds about one. */
function subBuckets(eventsPerDay: number): number {
  const wanted = Math.min(Math.max(eventsPerDay * 2, 64), 65536);
  return 2 ** Math.ceil(Math.log2(wanted));
}
