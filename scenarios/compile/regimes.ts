import type { Regime, StreamRegime } from "../../engine/parameters.ts";
import type { StreamConfiguration } from "../schema/file.ts";
import type { ScheduledCapacity } from "./capacitySchedule.ts";
import type { Catalogue } from "./catalogue.ts";
import { corridorRegime } from "./corridorRegime.ts";
import type { DatedConfiguration } from "./datedConfiguration.ts";
import type { PlacementGroups } from "./placementGroups.ts";
import { streamRegime } from "./streamRegime.ts";

/** What the regimes of a scenario share. */
export interface RegimeContext {
  readonly catalogue: Catalogue;
  readonly groups: PlacementGroups;
  readonly startDate: string;
  /** Streams of the regimes made so far; a stream that does not change is the same object each day. */
  readonly streams: Map<StreamConfiguration, StreamRegime>;
}

/** What is in force from the day of a configuration on, in the engine's terms. */
export function regimeOf(
  { day, configuration }: DatedConfiguration,
  { capacity, weight }: ScheduledCapacity,
  context: RegimeContext,
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
      streams.map((stream) => streamRegimeOf(id, stream, context)),
    ),
    corridors: Object.values(corridors).map((corridor) =>
      corridorRegime(corridor, context.catalogue, context.startDate),
    ),
  };
}

function streamRegimeOf(
  system: string,
  stream: StreamConfiguration,
  { catalogue, groups, streams }: RegimeContext,
): StreamRegime {
  const known = streams.get(stream);
  if (known !== undefined) return known;
  const regime = streamRegime(system, stream, catalogue, groups);
  streams.set(stream, regime);
  return regime;
}

/** The same regimes without those that are equal to the one before them. */
export function withoutRepetition(regimes: readonly Regime[]): Regime[] {
  return regimes.filter((regime, index) => index === 0 || !isRepetition(regime, regimes[index - 1]!));
}

function isRepetition({ fromDay: _, ...values }: Regime, before: Regime): boolean {
  const keys = Object.keys(values) as (keyof typeof values)[];
  return keys.every((key) => isSameList(values[key], before[key]));
}

function isSameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
}

/** Most parts of a regime are the very ones of the regime before. */
function isSame(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
