import { agendaLeaves } from "./agenda.ts";
import { type QueueColumns, queueLengths } from "./calendarQueue.ts";
import { KeyedOrder } from "./keyedOrder.ts";
import { PLAN_DOUBLES, RECORD_DOUBLES } from "./record.ts";
import {
  CORRIDOR_SUMS,
  CUSTODY_COUNTS,
  CUSTODY_SUMS,
  FLOWS,
  FUNNEL,
  HELD_INSIDE,
  SYSTEM_SUMS,
  TRANSFEREES,
} from "./result.ts";

/** Sizes that fix the layout of a replication's state. */
export interface StateShape {
  /** Most people and most corridor cases that can be open at once. */
  readonly persons: number;
  readonly cases: number;
  readonly days: number;
  readonly subBuckets: number;
  readonly processes: number;
  readonly systems: number;
  readonly institutions: number;
  readonly facilities: number;
  readonly groups: number;
  readonly levels: number;
  readonly streams: number;
  readonly corridors: number;
  /** Reasons of ineligibility of all corridors together. */
  readonly reasons: number;
  /** Facilities of systems that a corridor leads to. */
  readonly receivingFacilities: number;
  readonly placementNodes: number;
  readonly placementKeys: number;
}

/** Days at the beginning of the column `clock`; the sums of the systems follow. */
const CLOCK_DAYS = 16;

const BYTES = { float64: 8, int32: 4 } as const;
type Kind = keyof typeof BYTES;

/**
 * Every column of the state: [name, element type, length]; doubles first, so that each is aligned. A large
 * buffer begins 16 bytes after a page on the usual allocators: after the 48 bytes of `alignment` a record fills a
 * line of cache, where otherwise it would lie across two.
 */
function columns(s: StateShape): readonly (readonly [string, Kind, number])[] {
  const slots = s.persons + s.cases;
  const queue = queueLengths(slots, s.days);
  const leaves = agendaLeaves(s.processes);
  const transferable = s.corridors > 0 ? s.persons : 0;
  return [
    ["alignment", "float64", 6],
    ["records", "float64", RECORD_DOUBLES * s.persons],
    ["plans", "float64", PLAN_DOUBLES * s.persons],
    ["queueBlocks", "float64", queue.blocks],
    ["queueEntries", "float64", queue.entries],
    ["clock", "float64", CLOCK_DAYS + s.systems * SYSTEM_SUMS.length],
    ["agendaTimes", "float64", leaves],
    ["caseRequestedDay", "float64", s.cases],
    ["caseDay", "float64", s.cases],
    ["caseSinceDay", "float64", s.cases],
    ["capacity", "float64", s.facilities],
    ["load", "float64", s.facilities],
    ["placementKeys", "float64", s.placementKeys],
    ["placementFloors", "float64", s.placementNodes],
    ["institutionCapacity", "float64", s.institutions],
    ["institutionSince", "float64", s.institutions],
    ["institutionMoment", "float64", s.institutions],
    ["bandUpper", "float64", s.institutions],
    ["bandLower", "float64", s.institutions],
    ["admissionRate", "float64", s.streams],
    ["exposureLeft", "float64", s.streams],
    ["admissionsLevel", "float64", s.systems],
    ["admissionsGrown", "float64", s.streams],
    ["corridorSums", "float64", s.corridors * CORRIDOR_SUMS.length],
    ["owedEndDay", "float64", transferable],
    ["custodySums", "float64", s.corridors * CUSTODY_SUMS.length],
    ["transfereesSince", "float64", s.receivingFacilities],
    ["transfereeDays", "float64", s.receivingFacilities * TRANSFEREES.length],
    ["queueDayLasts", "int32", s.days],
    ["queueSubHeads", "int32", s.subBuckets],
    ["queueCursor", "int32", queue.cursor],
    ["agendaTree", "int32", 2 * leaves],
    ["placementStarts", "int32", s.placementNodes],
    ["stock", "int32", s.facilities],
    ["institutionStock", "int32", s.institutions],
    ["institutionBand", "int32", s.institutions],
    ["admitted", "int32", s.streams],
    ["tallies", "int32", s.systems * (FLOWS.length + s.levels) + s.streams],
    ["heldInside", "int32", s.systems * HELD_INSIDE.length],
    ["groupRule", "int32", s.groups],
    ["funnel", "int32", s.corridors * FUNNEL.length],
    ["ineligible", "int32", s.reasons],
    ["waitingNext", "int32", s.persons],
    ["waitingPrevious", "int32", s.persons],
    ["waitingFor", "int32", s.persons],
    ["waitingHeads", "int32", s.facilities],
    ["waitingTails", "int32", s.facilities],
    ["homeFacility", "int32", transferable],
    ["cameBy", "int32", transferable],
    ["highProfile", "int32", transferable],
    ["custodyCounts", "int32", s.corridors * CUSTODY_COUNTS.length],
    ["transferees", "int32", s.receivingFacilities],
    ["highProfileTransferees", "int32", s.receivingFacilities],
    ["casePerson", "int32", s.cases],
    ["caseStage", "int32", s.cases],
    ["caseCorridor", "int32", s.cases],
    ["caseAttempt", "int32", s.cases],
    ["caseNext", "int32", s.cases],
    ["casePrevious", "int32", s.cases],
    ["listHeads", "int32", s.corridors * 3],
    ["listTails", "int32", s.corridors * 3],
    ["busyReviewers", "int32", s.corridors],
    ["acceptedThisYear", "int32", s.corridors],
    ["counters", "int32", 16],
  ];
}

/**
 * All that changes while a replication runs: typed arrays over one buffer, so that a state can be copied,
 * stored and moved in one piece. What the columns mean is said where they are used.
 */
export interface ReplicationState extends QueueColumns {
  readonly shape: StateShape;
  readonly buffer: ArrayBuffer;
  /** Memory to put people in order, which says nothing from one event to the next. */
  readonly order: KeyedOrder;
  /** Days that the parts of the event loop hand to each other; see {@link Clock}. */
  readonly clock: Float64Array;
  /** Records of people, as doubles and as words; see `record.ts`. */
  readonly records: Float64Array;
  readonly recordWords: Int32Array;
  readonly recordFloats: Float32Array;
  /** What is known of releases in advance; see `record.ts`. */
  readonly plans: Float64Array;
  /** Waiting lists of the final placements: next and previous person, and facility that a person waits for. */
  readonly waitingNext: Int32Array;
  readonly waitingPrevious: Int32Array;
  readonly waitingFor: Int32Array;
  /** First and last person who waits for each facility, or -1. */
  readonly waitingHeads: Int32Array;
  readonly waitingTails: Int32Array;
  readonly agendaTimes: Float64Array;
  readonly agendaTree: Int32Array;
  readonly casePerson: Int32Array;
  readonly caseStage: Int32Array;
  readonly caseCorridor: Int32Array;
  readonly caseAttempt: Int32Array;
  readonly caseNext: Int32Array;
  readonly casePrevious: Int32Array;
  readonly caseRequestedDay: Float64Array;
  /** Day of the case's pending event. */
  readonly caseDay: Float64Array;
  /** Day on which the case came into its present stage. */
  readonly caseSinceDay: Float64Array;
  readonly listHeads: Int32Array;
  readonly listTails: Int32Array;
  readonly busyReviewers: Int32Array;
  readonly acceptedThisYear: Int32Array;
  /** Capacity in force; 0 where none is defined. */
  readonly capacity: Float64Array;
  readonly stock: Int32Array;
  readonly load: Float64Array;
  readonly placementKeys: Float64Array;
  readonly placementFloors: Float64Array;
  readonly placementStarts: Int32Array;
  /** Rule that each group follows now. */
  readonly groupRule: Int32Array;
  readonly institutionStock: Int32Array;
  readonly institutionBand: Int32Array;
  readonly institutionCapacity: Float64Array;
  readonly institutionSince: Float64Array;
  readonly institutionMoment: Float64Array;
  readonly bandUpper: Float64Array;
  readonly bandLower: Float64Array;
  readonly admitted: Int32Array;
  readonly admissionRate: Float64Array;
  readonly exposureLeft: Float64Array;
  readonly admissionsLevel: Float64Array;
  /** Growth of admissions so far: factor by stream. */
  readonly admissionsGrown: Float64Array;
  /**
   * Flows, people by system and own level, and people by stream, one after the other: what is counted at every
   * entry and exit shares an array, because each array more is a few lines of cache.
   */
  readonly tallies: Int32Array;
  /** People by system and own level. */
  readonly levelStock: Int32Array;
  /** People of each stream in its own system. */
  readonly streamStock: Int32Array;
  /** People counted apart: system x HELD_INSIDE. */
  readonly heldInside: Int32Array;
  /** System x SYSTEM_SUMS; stands behind the days of the clock. */
  readonly systemSums: Float64Array;
  readonly flows: Int32Array;
  readonly funnel: Int32Array;
  /** Requests that failed each reason: the reasons of all corridors, one after the other. */
  readonly ineligible: Int32Array;
  readonly corridorSums: Float64Array;
  /** Of each transferred person: corridor, end of the sentence that was in force before the handover, high profile. */
  readonly cameBy: Int32Array;
  readonly owedEndDay: Float64Array;
  readonly highProfile: Int32Array;
  /** Facility near home of each transferred person who will be moved there. */
  readonly homeFacility: Int32Array;
  readonly custodyCounts: Int32Array;
  readonly custodySums: Float64Array;
  /** Transferred people by facility of receiving systems, and the day up to which their person-days are counted. */
  readonly transferees: Int32Array;
  readonly highProfileTransferees: Int32Array;
  readonly transfereesSince: Float64Array;
  readonly transfereeDays: Float64Array;
  readonly counters: Int32Array;
}

/**
 * Positions in `clock`. A number that is an argument or a result of a call that the compiler does not inline
 * would be an allocation; so days are handed on here.
 */
export enum Clock {
  now = 0,
  /** Latest time of the next event that the queue may give. */
  limit = 1,
  /** Day of the next move of the person at hand. */
  move = 2,
  /** Release day of the person at hand. */
  release = 3,
  /** Day from which the clocks of the person at hand run. */
  from = 4,
  /** Days by which credits lengthen the final placement of the person at hand. */
  extraDays = 5,
  /** Day of birth of the person at hand where it is known already; NaN for everybody else. */
  born = 6,
  /** The last day. */
  end = 7,
  /** Day of a request that was made before day 0, and the day up to which it has been walked through. */
  requested = 8,
  reached = 9,
  /** Most days before release from which anybody may be placed for the last days. */
  mostFinalDays = 10,
}

/** Positions in `counters`. */
export enum Counter {
  /** People slots used so far, and the first free one among them (or -1). */
  personsUsed = 0,
  personsFree = 1,
  casesUsed = 2,
  casesFree = 3,
  regime = 4,
  gridRow = 5,
  year = 6,
  expelled = 7,
  /** Events executed, by kind: five numbers from here. */
  events = 8,
}

/**
 * Makes the state of a replication. Its memory is zero; a replication writes what it needs before it reads it.
 *
 * @throws {RangeError} if the state would be larger than a buffer can be
 */
export function createState(shape: StateShape): ReplicationState {
  const plan = columns(shape);
  const bytes = plan.reduce((sum, [, kind, length]) => sum + BYTES[kind] * length, 0);
  const buffer = new ArrayBuffer(bytes);
  const views: Record<string, Float64Array | Int32Array> = {};
  let offset = 0;
  for (const [name, kind, length] of plan) {
    views[name] =
      kind === "float64" ? new Float64Array(buffer, offset, length) : new Int32Array(buffer, offset, length);
    offset += BYTES[kind] * length;
  }
  const { clock, tallies } = views as unknown as ReplicationState;
  const { systems, levels, streams } = shape;
  views.systemSums = clock.subarray(CLOCK_DAYS);
  views.flows = tallies.subarray(0, systems * FLOWS.length);
  views.levelStock = tallies.subarray(views.flows.length, tallies.length - streams);
  views.streamStock = tallies.subarray(views.flows.length + systems * levels);
  const records = views.records!;
  const recordWords = new Int32Array(buffer, records.byteOffset, records.length * 2);
  const recordFloats = new Float32Array(buffer, records.byteOffset, records.length * 2);
  return {
    shape,
    buffer,
    order: new KeyedOrder(),
    ...views,
    recordWords,
    recordFloats,
  } as unknown as ReplicationState;
}
