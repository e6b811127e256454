import type { CapacitySchedule } from "../compile/capacitySchedule.ts";
import type { Catalogue } from "../compile/catalogue.ts";
import type { DatedConfiguration } from "../compile/datedConfiguration.ts";
import type { LoadContext } from "../context.ts";
import type { Layer } from "../layer.ts";
import type { Path } from "../raw.ts";
import type { Period } from "../timing.ts";

/** What the checks of a whole run share. */
export interface WholeRun {
  readonly context: LoadContext;
  readonly layers: readonly Layer[];
  readonly period: Period;
  readonly configurations: readonly DatedConfiguration[];
  readonly schedule: CapacitySchedule;
  readonly catalogue: Catalogue;
}

/** Facilities that are the final placement of some stream under a configuration. */
export function finalPlacements({ configurations, catalogue }: WholeRun, index: number): ReadonlySet<number> {
  const { systems } = configurations[index]!.configuration;
  const names = Object.entries(systems).flatMap(([system, { streams }]) =>
    streams.flatMap(({ finalPlacement }) =>
      finalPlacement === null ? [] : [`${system}\n${finalPlacement.facility}`],
    ),
  );
  const wanted = new Set(names);
  const found = catalogue.facilities.flatMap(({ system, parameters }, facility) =>
    wanted.has(`${system}\n${parameters.id}`) ? [facility] : [],
  );
  return new Set(found);
}

/** Path of a figure of a facility in the configuration. */
export function facilityPath({ catalogue }: WholeRun, facility: number, key: string): Path {
  const { system } = catalogue.facilities[facility]!;
  const first = catalogue.facilities.findIndex((other) => other.system === system);
  return ["systems", system, "facilities", facility - first, key];
}
