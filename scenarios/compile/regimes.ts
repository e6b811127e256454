import type { Regime } from "../../engine/parameters.ts";
import type { ScheduledCapacity } from "./capacitySchedule.ts";
import type { Catalogue } from "./catalogue.ts";
import { corridorRegime } from "./corridorRegime.ts";
import type { DatedConfiguration } from "./datedConfiguration.ts";
import type { PlacementGroups } from "./placementGroups.ts";
import { streamRegime } from "./streamRegime.ts";

/** What is in force from the day of a configuration on, in the engine's terms. */
export function regimeOf(
  { day, configuration }: DatedConfiguration,
  { capacity, weight }: ScheduledCapacity,
  catalogue: Catalogue,
  groups: PlacementGroups,
  startDate: string,
): Regime {
  const { systems, corridors } = configuration;
  const values = Object.values(systems);
  return {
    fromDay: day,
    capacity,
    designationWeight: weight,
    placementLimit: values.flatMap(({ facilities }) => facilities.map(({ limit }) => limit)),
    placement: values.map(({ placement }) => placement),
    balancing: values.map(({ balancing }) =>
      balancing === null ? null : { everyDays: balancing.every, aboveOccupancy: balancing.above },
    ),
    admissionsLevelSd: values.map(({ admissionsLevel }) => admissionsLevel.yearlySd),
    streams: Object.entries(systems).flatMap(([id, { streams }]) =>
      streams.map((stream) => streamRegime(id, stream, catalogue, groups)),
    ),
    corridors: Object.values(corridors).map((corridor) => corridorRegime(corridor, catalogue, startDate)),
  };
}

/** The same regimes without those that are equal to the one before them. */
export function withoutRepetition(regimes: readonly Regime[]): Regime[] {
  const texts = regimes.map(({ fromDay: _, ...values }) => JSON.stringify(values));
  return regimes.filter((_, index) => index === 0 || texts[index] !== texts[index - 1]);
}
