import type { Expulsion, InitialStock, ModelParameters } from "../../engine/parameters.ts";
import type { PlannedExpulsion } from "../expulsions.ts";
import type { Configuration } from "../schema/file.ts";
import type { Period } from "../timing.ts";
import { type Catalogue, facilityIndex } from "./catalogue.ts";
import { PlacementGroups } from "./placementGroups.ts";
import { type DatedConfiguration, regimesOf } from "./regimes.ts";

/**
 * The engine's parameters of a checked scenario.
 *
 * @param configurations one for each day on which something may change, ascending, the first for day 0
 */
export function parametersOf(
  period: Period,
  configurations: readonly DatedConfiguration[],
  planned: readonly PlannedExpulsion[],
  catalogue: Catalogue,
): ModelParameters {
  const initial = configurations[0]?.configuration;
  if (initial === undefined)
    throw new RangeError("parametersOf requires at least one configuration, got none");
  const groups = new PlacementGroups(catalogue);
  const regimes = regimesOf(configurations, catalogue, groups, period.startDate);
  const initialStock = stockOf(initial, catalogue, groups);
  const expulsions = planned.map((one) => expulsionOf(one, catalogue, groups));
  return {
    horizonDays: period.horizonDays,
    gridDays: period.gridDays,
    yearStartDays: period.yearStartDays,
    systems: catalogue.systems.map((id) => ({ id })),
    institutions: catalogue.institutions,
    facilities: catalogue.facilities.map(({ parameters }) => parameters),
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
    expulsions,
    regimes,
  };
}

/** People inside on day 0; the group is that of the level, whether or not the facility is known. */
function stockOf(
  configuration: Configuration,
  catalogue: Catalogue,
  groups: PlacementGroups,
): InitialStock[] {
  const streams = new Map(catalogue.streams.map(({ configuration: stream }, index) => [stream.id, index]));
  return Object.entries(configuration.systems).flatMap(([system, { initialStock }]) =>
    initialStock.map(({ stream, persons, facility, level, residual }) => {
      const index = streams.get(stream) ?? -1;
      const sex = catalogue.streams[index]?.configuration.sex ?? "mixed";
      const place = facility === null ? -1 : facilityIndex(catalogue, system, facility);
      const ownLevel = level ?? catalogue.facilities[place]?.configuration.level ?? "";
      const group = groups.ofLevel(system, ownLevel, sex);
      return { stream: index, persons, facility: place, group, residual };
    }),
  );
}

function expulsionOf(
  { day, expulsion: { persons, from, to } }: PlannedExpulsion,
  catalogue: Catalogue,
  groups: PlacementGroups,
): Expulsion {
  const { system, level, facility } = from;
  const fromGroup =
    facility === undefined
      ? groups.ofLevel(system, level ?? "", "mixed")
      : groups.ofFacility(system, facility);
  const toStream = catalogue.streams.findIndex(({ configuration }) => configuration.id === to.stream);
  return { day, persons, fromGroup, toStream };
}
