import type { PlannedCapacityChange } from "./capacityChanges.ts";
import type { LoadedFile } from "./chain.ts";
import type { DatedConfiguration } from "./compile/datedConfiguration.ts";
import type { PlannedExpulsion } from "./expulsions.ts";
import type { Layer } from "./layer.ts";
import type { Period } from "./timing.ts";

/** A scenario and all that it is laid over, checked, before it gets indices. */
export interface ResolvedScenario {
  readonly chain: readonly LoadedFile[];
  readonly period: Period;
  readonly layers: readonly Layer[];
  /** One for each day on which something may change, ascending; without a mistake the first is that of day 0. */
  readonly configurations: readonly DatedConfiguration[];
  readonly expulsions: readonly PlannedExpulsion[];
  readonly capacityChanges: readonly PlannedCapacityChange[];
}
