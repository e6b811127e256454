import { ineligibilityReasons } from "./ineligibility.ts";
import type { ModelParameters } from "./parameters.ts";

/**
 * Counts of people kept for each system, cumulative since day 0. `moves` are all changes of facility within the
 * system; those for balance, at closures and into the final placement are among them. `releasedWithoutPlacement`:
 * released while they waited for a place. `returns`: people who came back after a transfer, to serve what is left.
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
  "returns",
] as const;
export type Flow = (typeof FLOWS)[number];

/**
 * Counts kept for each corridor, cumulative since day 0. `requests` splits into the ineligible ones and those that go
 * on; who goes on ends as denied, refused (three reasons), withdrawn, lapsed, released, died or handed over, or is still
 * waiting. `releasedApproved` and `diedApproved` are those of the released and the dead whom the sending State had
 * approved.
 */
export const FUNNEL = [
  "requests",
  "ineligible",
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
  "releasedApproved",
  "diedApproved",
  "handedOver",
] as const;
export type FunnelCount = (typeof FUNNEL)[number];

/**
 * Times that a case spends, each counted when its stage ends with a decision, whichever way it goes: entry to first
 * request; preparation of the package; waiting for a reviewer, and review; the receiving State's decision; the hearing.
 * The last two count only people handed over: from ready, and from the request. Release, death and lapse count nowhere.
 */
export const WAITS = [
  "interest",
  "package",
  "reviewQueue",
  "review",
  "receiving",
  "consent",
  "handover",
  "total",
] as const;
export type Wait = (typeof WAITS)[number];
/**
 * Bins of a waiting time: none at all; below a day; eight to a doubling, from 1 to 8192 days; longer. A quantile read
 * off them is within 9.1 % of the true one.
 */
export const WAIT_BINS_PER_DOUBLING = 8;
export const WAIT_DOUBLINGS = 13;
export const WAIT_BINS = 3 + WAIT_BINS_PER_DOUBLING * WAIT_DOUBLINGS;

/**
 * Sums kept for each corridor, cumulative since day 0, in person-days: time left to the release date in the
 * sending State at the handover; time left to the release date in the receiving State; time from request to
 * handover.
 */
export const CORRIDOR_SUMS = ["daysLeftSending", "daysLeftReceiving", "daysWaited"] as const;
export type CorridorSum = (typeof CORRIDOR_SUMS)[number];

/**
 * Counts of transferred people kept for each corridor, cumulative since day 0: released in the receiving system;
 * of those, come back to the sending country; and of those, imprisoned there once more.
 */
export const CUSTODY_COUNTS = ["releasedAbroad", "returned", "reimprisoned"] as const;
export type CustodyCount = (typeof CUSTODY_COUNTS)[number];

/**
 * Sums kept for each corridor over the people released in the receiving system, cumulative since day 0, in
 * person-days from entry and with the pre-trial credit: time served in both systems; time that they would have served
 * to the end of the sentence in force before the handover.
 */
export const CUSTODY_SUMS = ["daysServed", "daysOwed"] as const;
export type CustodySum = (typeof CUSTODY_SUMS)[number];

/** Transferred people whose person-days are kept: all, and those of high profile among them. */
export const TRANSFEREES = ["all", "highProfile"] as const;

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
  /**
   * Requests that failed each reason, cumulative; one that fails two counts for both. Grid day x the reasons of all
   * corridors, one after the other; see `ineligibilityReasons` (persons).
   */
  readonly gridIneligible: Int32Array;
  /** Waits that ended over the run: corridor x WAITS x WAIT_BINS (persons). */
  readonly waitCounts: Int32Array;
  /** Sums of those waits: corridor x WAITS (person-days). */
  readonly waitDays: Float64Array;
  /** Counts of transferred people: grid day x corridor x CUSTODY_COUNTS (persons). */
  readonly gridCustodyCounts: Int32Array;
  /** Sums over transferred people: grid day x corridor x CUSTODY_SUMS (person-days). */
  readonly gridCustodySums: Float64Array;
  /** Transferred people inside: grid day x facility of {@link receivingFacilities} (persons). */
  readonly gridTransferees: Int32Array;
  /** Time of transferred people over the run: facility of {@link receivingFacilities} x TRANSFEREES (person-days). */
  readonly transfereeDays: Float64Array;
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
  /** Facilities of systems that a corridor leads to. */
  readonly receivingFacilities: number;
  /** Reasons of all corridors together. */
  readonly reasons: number;
}

/** Facilities of the systems that a corridor leads to, ascending. */
export function receivingFacilities({ facilities, corridors }: ModelParameters): number[] {
  const systems = new Set(corridors.map(({ to }) => to));
  return facilities.flatMap(({ system }, facility) => (systems.has(system) ? [facility] : []));
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
    receivingFacilities: receivingFacilities(parameters).length,
    reasons: parameters.corridors.reduce((sum, _, c) => sum + ineligibilityReasons(parameters, c).length, 0),
  };
}

/** Kinds of executed events that are counted: see `eventCounts`. */
export const EVENT_KINDS = ["admission", "move", "corridor", "exit", "other"] as const;

type Kind = "float64" | "int32";
type Column = Exclude<keyof ReplicationResult, "index" | "buffer">;
const BYTES = { float64: 8, int32: 4 } as const;

/** Every array of a result: [name, element type, length]; doubles first, so that each is aligned. */
function columns(shape: ResultShape): readonly (readonly [Column, Kind, number])[] {
  const { gridDays, systems, institutions, facilities, levels, streams, corridors, receivingFacilities } =
    shape;
  const waits = corridors * WAITS.length;
  const bands = institutions * BAND_COUNT;
  return [
    ["bandDays", "float64", bands],
    ["bandBedDays", "float64", bands],
    ["bandCapacityDays", "float64", bands],
    ["firstAboveDay", "float64", institutions * THRESHOLDS.length],
    ["gridCorridorSums", "float64", gridDays * corridors * CORRIDOR_SUMS.length],
    ["gridCustodySums", "float64", gridDays * corridors * CUSTODY_SUMS.length],
    ["transfereeDays", "float64", receivingFacilities * TRANSFEREES.length],
    ["gridSystemSums", "float64", gridDays * systems * SYSTEM_SUMS.length],
    ["waitDays", "float64", waits],
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
    ["gridCustodyCounts", "int32", gridDays * corridors * CUSTODY_COUNTS.length],
    ["gridTransferees", "int32", gridDays * receivingFacilities],
    ["gridFunnel", "int32", gridDays * corridors * FUNNEL.length],
    ["gridIneligible", "int32", gridDays * shape.reasons],
    ["waitCounts", "int32", waits * WAIT_BINS],
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
