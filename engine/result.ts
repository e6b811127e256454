import type { ModelParameters } from "./parameters.ts";

/**
 * Counts of people kept for each system, cumulative since day 0. `moves` are all changes of facility within the
 * system; those for balance, at closures and into the final placement are among them. `releasedWithoutPlacement`:
 * released while they waited for a place.
 */
export const FLOWS = [
  "admissions",
  "releases",
  "deaths",
  "transfersIn",
  "transfersOut",
  "expulsionsIn",
  "expulsionsOut",
  "moves",
  "reclassifications",
  "balancingMoves",
  "closureMoves",
  "finalPlacements",
  "releasedWithoutPlacement",
] as const;
export type Flow = (typeof FLOWS)[number];

/**
 * Counts kept for each corridor, cumulative since day 0. `requests` splits into the `ineligible…` ones and
 * those that go on; who goes on ends as denied, refused (three reasons), withdrawn, lapsed, released, died or
 * handed over, or is still waiting.
 */
export const FUNNEL = [
  "requests",
  "ineligibleOffence",
  "ineligibleTimeLeft",
  "ineligibleBar",
  "approved",
  "denied",
  "accepted",
  "refused",
  "refusedQuota",
  "refusedOccupancy",
  "withdrawn",
  "lapsed",
  "releasedWaiting",
  "diedWaiting",
  "handedOver",
] as const;
export type FunnelCount = (typeof FUNNEL)[number];

/**
 * Sums kept for each corridor, cumulative since day 0, in person-days: time left to the release date in the
 * sending State at the handover; time left to the release date in the receiving State; time from request to
 * handover.
 */
export const CORRIDOR_SUMS = ["daysLeftSending", "daysLeftReceiving", "daysWaited"] as const;
export type CorridorSum = (typeof CORRIDOR_SUMS)[number];

/**
 * Sums kept for each system, cumulative since day 0: time served by the people released (person-days), from
 * entry, with the pre-trial credit.
 */
export const SYSTEM_SUMS = ["daysServedByReleased"] as const;

/** People inside who are counted apart: waiting for a place in the final placement; kept from it by a detainer. */
export const HELD_INSIDE = ["waitingForPlacement", "detainer"] as const;

/** Upper ends (years, exclusive) of the sentence bands of the census; above the last, then life. */
export const SENTENCE_BAND_YEARS = [1, 3, 5, 10, 15, 20] as const;
export const SENTENCE_BANDS = SENTENCE_BAND_YEARS.length + 2;
/** Upper ends (years, exclusive) of the age bands of the census; above the last. */
export const AGE_BAND_YEARS = [20, 25, 30, 35, 40, 45, 50, 55, 60, 65] as const;
export const AGE_BANDS = AGE_BAND_YEARS.length + 1;
/** The census counts everybody on day 0 and on the last day. */
export const CENSUSES = 2;

/** Occupancy (stock / rated capacity) above which time is counted; ratios. */
export const THRESHOLDS = [1, 1.1, 1.3, 1.5] as const;
/** Bands of occupancy that the thresholds cut: at or below 100 %, above 100 %, 110 %, 130 %, 150 %. */
export const BAND_COUNT = THRESHOLDS.length + 1;

/**
 * What one replication leaves behind. All arrays are views of one buffer, `buffer`, that can be moved to
 * another thread or written to a file. Row-major: the index that stands first in a doc comment varies slowest.
 */
export interface ReplicationResult {
  readonly index: number;
  readonly buffer: ArrayBuffer;
  /** Days spent in each band of occupancy: institution x band (days). */
  readonly bandDays: Float64Array;
  /** Integral of stock over time in each band: institution x band (person-days). */
  readonly bandBedDays: Float64Array;
  /** Integral of rated capacity over time in each band: institution x band (bed-days). */
  readonly bandCapacityDays: Float64Array;
  /** First day on which the institution stood above each threshold, or Infinity: institution x threshold. */
  readonly firstAboveDay: Float64Array;
  /** Corridor sums at the sampling days: grid day x corridor x CORRIDOR_SUMS (person-days). */
  readonly gridCorridorSums: Float64Array;
  /** Sums of each system at the sampling days: grid day x system x SYSTEM_SUMS. */
  readonly gridSystemSums: Float64Array;
  /** Head-counts on day 0, before the first event: facility (persons). */
  readonly initialStock: Int32Array;
  /** Head-counts just before any event at the sampling day: grid day x facility (persons). */
  readonly gridStock: Int32Array;
  /** Cumulative flows: grid day x system x FLOWS (persons). */
  readonly gridFlows: Int32Array;
  /** Head-counts by level of the person: grid day x system x level (persons). */
  readonly gridLevelStock: Int32Array;
  /** Head-counts: grid day x stream (persons). */
  readonly gridStreamStock: Int32Array;
  /** grid day x system x HELD_INSIDE (persons). */
  readonly gridHeldInside: Int32Array;
  /** Head-counts by level on day 0: system x level (persons). */
  readonly initialLevelStock: Int32Array;
  /** Head-counts on day 0: stream (persons). */
  readonly initialStreamStock: Int32Array;
  /** People by sentence imposed: census x stream x SENTENCE_BANDS (persons). */
  readonly censusSentence: Int32Array;
  /** People by age, of the streams that have one: census x system x AGE_BANDS (persons). */
  readonly censusAge: Int32Array;
  /** Cumulative funnel counts: grid day x corridor x FUNNEL (persons). */
  readonly gridFunnel: Int32Array;
  /** Events executed: [admissions and their clocks, moves, corridor stages, releases and deaths, other]. */
  readonly eventCounts: Float64Array;
}

/** Sizes that fix the layout of a result. */
export interface ResultShape {
  readonly gridDays: number;
  readonly systems: number;
  readonly institutions: number;
  readonly facilities: number;
  readonly levels: number;
  readonly streams: number;
  readonly corridors: number;
}

/** Shape of the results that a parameter set gives. */
export function resultShape(parameters: ModelParameters): ResultShape {
  return {
    gridDays: parameters.gridDays.length,
    systems: parameters.systems.length,
    institutions: parameters.institutions.length,
    facilities: parameters.facilities.length,
    levels: parameters.levels.length,
    streams: parameters.streams.length,
    corridors: parameters.corridors.length,
  };
}

/** Kinds of executed events that are counted: see `eventCounts`. */
export const EVENT_KINDS = ["admission", "move", "corridor", "exit", "other"] as const;

type Kind = "float64" | "int32";
type Column = Exclude<keyof ReplicationResult, "index" | "buffer">;
const BYTES = { float64: 8, int32: 4 } as const;

/** Every array of a result: [name, element type, length]; doubles first, so that each is aligned. */
function columns(shape: ResultShape): readonly (readonly [Column, Kind, number])[] {
  const { gridDays, systems, institutions, facilities, levels, streams, corridors } = shape;
  const bands = institutions * BAND_COUNT;
  return [
    ["bandDays", "float64", bands],
    ["bandBedDays", "float64", bands],
    ["bandCapacityDays", "float64", bands],
    ["firstAboveDay", "float64", institutions * THRESHOLDS.length],
    ["gridCorridorSums", "float64", gridDays * corridors * CORRIDOR_SUMS.length],
    ["gridSystemSums", "float64", gridDays * systems * SYSTEM_SUMS.length],
    ["eventCounts", "float64", EVENT_KINDS.length],
    ["initialStock", "int32", facilities],
    ["gridStock", "int32", gridDays * facilities],
    ["gridFlows", "int32", gridDays * systems * FLOWS.length],
    ["gridLevelStock", "int32", gridDays * systems * levels],
    ["gridStreamStock", "int32", gridDays * streams],
    ["gridHeldInside", "int32", gridDays * systems * HELD_INSIDE.length],
    ["initialLevelStock", "int32", systems * levels],
    ["initialStreamStock", "int32", streams],
    ["censusSentence", "int32", CENSUSES * streams * SENTENCE_BANDS],
    ["censusAge", "int32", CENSUSES * systems * AGE_BANDS],
    ["gridFunnel", "int32", gridDays * corridors * FUNNEL.length],
  ];
}

/** Bytes of one result. */
export function resultBytes(shape: ResultShape): number {
  return columns(shape).reduce((sum, [, kind, length]) => sum + length * BYTES[kind], 0);
}

/**
 * Lays the arrays of a result over a buffer; a new one of zeros if none is given.
 *
 * @param shape from {@link resultShape}
 * @param index replication index
 * @param buffer of exactly `resultBytes(shape)` bytes
 * @throws {RangeError} if the buffer has another size
 */
export function createResult(shape: ResultShape, index: number, buffer?: ArrayBuffer): ReplicationResult {
  const bytes = resultBytes(shape);
  const store = buffer ?? new ArrayBuffer(bytes);
  if (store.byteLength !== bytes) {
    throw new RangeError(`createResult requires a buffer of ${bytes} bytes, got ${store.byteLength}`);
  }
  const views: Partial<Record<Column, Float64Array | Int32Array>> = {};
  let offset = 0;
  for (const [name, kind, length] of columns(shape)) {
    const view =
      kind === "float64" ? new Float64Array(store, offset, length) : new Int32Array(store, offset, length);
    views[name] = view;
    offset += view.byteLength;
  }
  return { index, buffer: store, ...views } as unknown as ReplicationResult;
}
