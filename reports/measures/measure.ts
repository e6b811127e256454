import type { ReplicationResult } from "../../engine/result.ts";

/** What a measure is taken of. `id` is the level, region, institution or corridor; for a system its own id. */
export interface MeasureScope {
  readonly kind: "system" | "level" | "region" | "facility" | "corridor";
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
 * depend on the replication (rated capacity) is found once. NaN = not defined there.
 */
export type Reader = (at: At) => (result: ReplicationResult) => number;

/** A measure and how it is read. */
export interface ReadableMeasure {
  readonly measure: Measure;
  readonly reader: Reader;
}
