import type {
  FinalPlacement,
  MortalityBand,
  Reclassification,
  Reduction,
  StreamRegime,
  TimeToServe,
  Weighted,
} from "../../engine/parameters.ts";
import { parseClass } from "../custodyClass.ts";
import type { StreamConfiguration } from "../schema/file.ts";
import { type Catalogue, facilityIndex } from "./catalogue.ts";
import type { PlacementGroups } from "./placementGroups.ts";
import { weighted } from "./weighted.ts";

/** A stream in the engine's terms. */
export function streamRegime(
  system: string,
  stream: StreamConfiguration,
  catalogue: Catalogue,
  groups: PlacementGroups,
): StreamRegime {
  return {
    admissionsPerDay: stream.admissions,
    admissionsGrowth: stream.admissionsGrowth,
    designation: designationOf(system, stream, groups),
    reclassification: reclassificationOf(system, stream, groups),
    homeRegion: weighted(stream.regions, (region) => catalogue.regions.indexOf(region)),
    timeToServe: timeToServe(stream),
    ageAtEntry: stream.ageAtEntry,
    mortality: mortalityOf(stream),
    moves: stream.moves?.every ?? null,
    finalPlacement: finalPlacementOf(system, stream, catalogue, groups),
    highProfileShare: stream.highProfileShare,
  };
}

function designationOf(system: string, stream: StreamConfiguration, groups: PlacementGroups): Weighted[] {
  const { levels, facilities, entryLevel } = stream;
  if (levels !== null) return weighted(levels, (text) => groupOf(system, text, stream, groups));
  return weighted(facilities, (facility) => groups.ofFacility(system, facility, entryLevel));
}

/** Between classes; with an entry level, between own levels within each facility of the stream. */
function reclassificationOf(
  system: string,
  stream: StreamConfiguration,
  groups: PlacementGroups,
): Reclassification[] {
  if (stream.entryLevel !== null) return Object.keys(stream.facilities ?? {}).flatMap(withinFacility);
  return stream.reclassification.map(({ from, to, rate }) => ({
    from: groupOf(system, from, stream, groups),
    to: groupOf(system, to, stream, groups),
    perDay: rate,
  }));

  function withinFacility(facility: string): Reclassification[] {
    return stream.reclassification.map(({ from, to, rate }) => ({
      from: groups.ofFacility(system, facility, from),
      to: groups.ofFacility(system, facility, to),
      perDay: rate,
    }));
  }
}

function groupOf(
  system: string,
  text: string,
  { sex }: StreamConfiguration,
  groups: PlacementGroups,
): number {
  const custodyClass = parseClass(text);
  if (custodyClass === null) throw new RangeError(`groupOf requires a custody class, got "${text}"`);
  return groups.ofClass(system, custodyClass, sex);
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
    reductions: (served?.reductions ?? []).flatMap(reductionOf),
  };
}

type WrittenReduction = NonNullable<StreamConfiguration["timeServed"]>["reductions"][number];

function reductionOf({ id, share, earned, fixed }: WrittenReduction): Reduction[] {
  if (earned !== null) {
    const { perDay, maximum, beyond } = earned;
    return [{ id, share, kind: "earned", perDay, maximumDays: maximum, beyond }];
  }
  if (fixed === null) return [];
  return [{ id, share, kind: "fixed", days: fixed.days, minimumSentenceDays: fixed.minimumSentence }];
}

/** Empty where nobody dies. */
function mortalityOf({ deaths }: StreamConfiguration): MortalityBand[] {
  if (deaths.every(({ rate }) => rate === 0)) return [];
  return deaths.map(({ fromAge, rate }) => ({ fromAgeDays: fromAge, perDay: rate }));
}

function finalPlacementOf(
  system: string,
  { finalPlacement, sex }: StreamConfiguration,
  catalogue: Catalogue,
  groups: PlacementGroups,
): FinalPlacement | null {
  if (finalPlacement === null) return null;
  const { facility, share, detainerShare, days, waitAtStart, levels } = finalPlacement;
  return {
    facility: facilityIndex(catalogue, system, facility),
    share,
    detainerShare,
    days,
    waitAtStartDays: waitAtStart,
    regroup: Object.entries(levels).map(([from, to]) => ({
      level: groups.level(from),
      group: groups.ofClass(system, { own: to, unit: to }, sex),
    })),
  };
}
