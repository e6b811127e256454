import type { PlacementRule, Regime, StreamRegime, TimeToServe, Weighted } from "../../engine/parameters.ts";
import type { Configuration, StreamConfiguration, SystemConfiguration } from "../schema/file.ts";
import { type Catalogue, facilityIndex } from "./catalogue.ts";
import { corridorRegime } from "./corridorRegime.ts";
import type { PlacementGroups } from "./placementGroups.ts";
import { weighted } from "./weighted.ts";

/** A configuration and the day from which it is in force. */
export interface DatedConfiguration {
  readonly day: number;
  readonly configuration: Configuration;
}

/** One regime for each configuration; a configuration equal to the one before it makes none. */
export function regimesOf(
  configurations: readonly DatedConfiguration[],
  catalogue: Catalogue,
  groups: PlacementGroups,
  startDate: string,
): Regime[] {
  const regimes: Regime[] = [];
  let previous = "";
  for (const { day, configuration } of configurations) {
    const { fromDay: _, ...values } = regimeOf(day, configuration, catalogue, groups, startDate);
    const text = JSON.stringify(values);
    if (text !== previous) regimes.push({ fromDay: day, ...values });
    previous = text;
  }
  return regimes;
}

function regimeOf(
  fromDay: number,
  { systems, corridors }: Configuration,
  catalogue: Catalogue,
  groups: PlacementGroups,
  startDate: string,
): Regime {
  const entries = Object.entries(systems);
  return {
    fromDay,
    ratedCapacity: entries.flatMap(([, { facilities }]) =>
      facilities.map(({ ratedCapacity }) => ratedCapacity),
    ),
    placement: entries.map(([, { placement }]) => placementRule(placement)),
    admissionsLevelSd: entries.map(([, { admissionsLevel }]) => admissionsLevel.yearlySd),
    streams: entries.flatMap(([id, { streams }]) =>
      streams.map((stream) => streamRegime(id, stream, catalogue, groups)),
    ),
    corridors: Object.values(corridors).map((corridor) => corridorRegime(corridor, catalogue, startDate)),
  };
}

function placementRule({ regionFirst }: SystemConfiguration["placement"]): PlacementRule {
  if (regionFirst === undefined) return { kind: "leastCrowded" };
  return { kind: "regionFirst", maximumOccupancy: regionFirst.maximumOccupancy };
}

function streamRegime(
  system: string,
  stream: StreamConfiguration,
  catalogue: Catalogue,
  groups: PlacementGroups,
): StreamRegime {
  const { finalPlacement } = stream;
  return {
    admissionsPerDay: stream.admissions,
    designation: designationOf(system, stream, groups),
    homeRegion: weighted(stream.regions, (region) => catalogue.regions.indexOf(region)),
    timeToServe: timeToServe(stream),
    deathsPerDay: stream.deaths,
    moves: stream.moves?.every ?? null,
    finalPlacement:
      finalPlacement === null
        ? null
        : {
            facility: facilityIndex(catalogue, system, finalPlacement.facility),
            share: finalPlacement.share,
            days: finalPlacement.days,
          },
  };
}

function designationOf(system: string, stream: StreamConfiguration, groups: PlacementGroups): Weighted[] {
  const { levels, facilities, sex } = stream;
  if (levels !== null) return weighted(levels, (level) => groups.ofLevel(system, level, sex));
  return weighted(facilities, (facility) => groups.ofFacility(system, facility));
}

function timeToServe({ sentence, stay, timeServed }: StreamConfiguration): TimeToServe {
  const served = sentence === null ? null : timeServed;
  return {
    sentence: sentence?.sentence ?? stay ?? { kind: "fixed", days: 0 },
    servedShare: served?.share ?? 1,
    creditDays: served?.preTrialCredit ?? 0,
    minimumDays: served?.minimum ?? 0,
    lifeAdmissionShare: sentence?.lifeAdmissionShare ?? 0,
    lifeStockShare: sentence?.lifeStockShare ?? 0,
  };
}
