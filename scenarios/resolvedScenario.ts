import type { LoadedFile } from "./chain.ts";
import type { DatedConfiguration } from "./compile/regimes.ts";
import type { PlannedExpulsion } from "./expulsions.ts";
import type { Layer } from "./layer.ts";
import type { Period } from "./timing.ts";

/** A scenario and all that it is laid over, checked, before it gets indices. */
export interface ResolvedScenario {
  readonly chain: readonly LoadedFile[];
  readonly period: Period;
  readonly layers: readonly Layer[];
  /** One for each day on which something may change, ascending, the first for day 0. */
  readonly configurations: readonly DatedConfiguration[];
  readonly expulsions: readonly PlannedExpulsion[];
}
