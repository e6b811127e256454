import type { CapacityChange, Expulsion, ModelParameters } from "../../engine/parameters.ts";
import type { PlannedCapacityChange } from "../capacityChanges.ts";
import type { PlannedExpulsion } from "../expulsions.ts";
import type { ResolvedScenario } from "../resolvedScenario.ts";
import type { CorridorConfiguration } from "../schema/file.ts";
import type { CapacitySchedule } from "./capacitySchedule.ts";
import { type Catalogue, facilityIndex } from "./catalogue.ts";
import { stockOf } from "./initialStock.ts";
import { PlacementGroups } from "./placementGroups.ts";
import { regimeOf, withoutRepetition } from "./regimes.ts";

/**
 * The engine's parameters of a checked scenario.
 *
 * @param schedule one entry for each configuration
 */
export function parametersOf(
  { period, configurations, expulsions, capacityChanges }: ResolvedScenario,
  schedule: CapacitySchedule,
  catalogue: Catalogue,
): ModelParameters {
  const initial = configurations[0]?.configuration;
  if (initial === undefined)
    throw new RangeError("parametersOf requires at least one configuration, got none");
  const groups = new PlacementGroups(catalogue, initial);
  const context = { catalogue, groups, startDate: period.startDate, streams: new Map() };
  const regimeAt = (index: number) => regimeOf(configurations[index]!, schedule.entries[index]!, context);
  // Day 0 first: what a scenario changes later must not renumber the groups of its base.
  const firstRegime = regimeAt(0);
  const initialStock = stockOf(initial, catalogue, groups);
  const arrivals = Object.values(initial.corridors);
  holdArrivals(
    arrivals.filter(({ arrival }) => arrival.level !== null),
    groups,
  );
  const sent = expulsions.map((one) => expulsionOf(one, catalogue, groups));
  const laterRegimes = configurations.slice(1).map((_, index) => regimeAt(index + 1));
  for (const { configuration } of configurations)
    holdArrivals(Object.values(configuration.corridors), groups);
  return {
    horizonDays: period.horizonDays,
    gridDays: period.gridDays,
    yearStartDays: period.yearStartDays,
    systems: catalogue.systems.map((id) => ({ id })),
    institutions: catalogue.institutions,
    facilities: catalogue.facilities.map(({ parameters }) => parameters),
    levels: groups.levels,
    groups: groups.all,
    regions: catalogue.regions,
    streams: catalogue.streams.map(({ system, configuration: { id, offence, citizenship } }) => ({
      id,
      system: catalogue.systems.indexOf(system),
      offence,
      citizenship,
    })),
    corridors: Object.entries(initial.corridors).map(([id, { from, to }]) => ({
      id,
      from: catalogue.systems.indexOf(from),
      to: to === null ? -1 : catalogue.systems.indexOf(to),
    })),
    initialStock,
    expulsions: sent,
    capacityChanges: capacityChanges.map((change) => capacityChangeOf(change, catalogue)),
    regimes: withoutRepetition([firstRegime, ...laterRegimes]),
  };
}

/** People who arrive belong to the largest group of their facility, the first of equals: see `homeGroup` of the engine. */
function holdArrivals(corridors: readonly CorridorConfiguration[], groups: PlacementGroups): void {
  for (const { to, arrival } of corridors) {
    const places = { ...arrival.facilities, ...arrival.homeMove?.facilities };
    for (const facility of to === null ? [] : Object.keys(places))
      groups.holding(to ?? "", facility, arrival.level);
  }
}

function capacityChangeOf(
  { system, facility, day, slip, capacity }: PlannedCapacityChange,
  catalogue: Catalogue,
): CapacityChange {
  return { facility: facilityIndex(catalogue, system, facility), day, slip, capacity };
}

function expulsionOf(
  { day, expulsion: { persons, from, to } }: PlannedExpulsion,
  catalogue: Catalogue,
  groups: PlacementGroups,
): Expulsion {
  const { system, level = "", facility } = from;
  const fromGroup =
    facility === undefined
      ? groups.ofClass(system, { own: level, unit: level }, "mixed")
      : groups.ofFacility(system, facility);
  const toStream = catalogue.streams.findIndex(({ configuration }) => configuration.id === to.stream);
  return { day, persons, fromGroup, toStream };
}
