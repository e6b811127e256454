import type { ReplicationResult } from "../../engine/result.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";

/**
 * What a measure is taken of. `id` is the level, region, institution or corridor, or else the own level, stream,
 * offence or citizenship of people; for a system its own id.
 */
export interface MeasureScope {
  readonly kind:
    | "system"
    | "level"
    | "region"
    | "facility"
    | "custody"
    | "stream"
    | "offence"
    | "citizenship"
    | "corridor";
  /** Null for a corridor. */
  readonly system: string | null;
  readonly id: string;
}

/** When a measure is read: at a date of the grid, or once over the whole run. */
export type Reading = "date" | "horizon";

/** A family of measures as the catalogue writes it down. */
export type CatalogueLine = readonly [
  pattern: string,
  unit: string,
  reading: Reading,
  definition: string,
  source: string,
];

/** A measure of one scenario. */
export interface Measure {
  readonly name: string;
  /** Last part of the name, e.g. "occupancy" or "daysAbove130". */
  readonly quantity: string;
  readonly scope: MeasureScope;
  readonly unit: string;
  readonly reading: Reading;
  readonly definition: string;
  readonly source: string;
}

/** Where a value is read: index into the grid, day 0 before the first event, or over the whole run. */
export type At = number | "start" | "horizon";

/**
 * Gives, for a point of the grid, the function that reads one replication. Split in two so that what does not
 * depend on the replication (capacity) is found once. NaN = not defined there.
 */
export type Reader = (at: At) => (result: ReplicationResult) => number;

/**
 * Gives, for the scenario that is compared with a base, the function that reads a replication of the base and the
 * one of the scenario with the same index.
 */
export type PairReader = (
  other: CompiledScenario,
) => (base: ReplicationResult, result: ReplicationResult) => number;

/** A measure and how it is read. */
export interface ReadableMeasure {
  readonly measure: Measure;
  readonly reader: Reader;
  /** Set where the measure is a difference by itself: it is then not defined for one scenario alone. */
  readonly between?: PairReader;
}
