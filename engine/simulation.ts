import { Agenda } from "./agenda.ts";
import { CalendarQueue } from "./calendarQueue.ts";
import { KeyedRandom } from "./keyedRandom.ts";
import type { Model, RegimeTables } from "./model.ts";
import { OccupancyObserver } from "./observers/occupancyObserver.ts";
import { PlacementIndex } from "./placementIndex.ts";
import { Population } from "./population.ts";
import { nextOtherHazard } from "./reclassificationTable.ts";
import {
  CUSTODY_COUNTS,
  createResult,
  FLOWS,
  FUNNEL,
  type ReplicationResult,
  resultBytes,
  resultShape,
} from "./result.ts";
import { type SpentBuffers, takeSpent } from "./spentBuffers.ts";
import { Clock, Counter, createState, type ReplicationState, type StateShape } from "./state.ts";
import { stateShape } from "./stateShape.ts";

/** Where each process stands in the agenda: in order of priority at equal times. */
export interface ProcessNumbers {
  readonly grid: 0;
  readonly regime: 1;
  readonly capacityChanges: 2;
  readonly year: number;
  /** First admission process; those below come before people at equal times, those from here on after. */
  readonly admissions: number;
  readonly handovers: number;
  readonly expulsions: number;
  /** One for each system. */
  readonly balancing: number;
  readonly count: number;
}

/** Numbers of the processes of a model. */
export function processNumbers(model: Model): ProcessNumbers {
  const { capacityChanges, streams, corridors, expulsions, systems } = model.parameters;
  const year = 2 + capacityChanges.length;
  const admissions = year + 1;
  const handovers = admissions + streams.length;
  const batches = handovers + corridors.length;
  const balancing = batches + expulsions.length;
  return {
    grid: 0,
    regime: 1,
    capacityChanges: 2,
    year,
    admissions,
    handovers,
    expulsions: batches,
    balancing,
    count: balancing + systems.length,
  };
}

/**
 * A replication under way: the state, and the parts that work on its columns. The processes in `processes/`
 * are functions of it.
 */
export class Simulation {
  readonly model: Model;
  readonly state: ReplicationState;
  readonly processes: ProcessNumbers;
  readonly queue: CalendarQueue;
  readonly agenda: Agenda;
  readonly people: Population;
  /** Records as doubles and as words, for the code that runs at every event; see `record.ts`. */
  readonly days: Float64Array;
  readonly words: Int32Array;
  readonly floats: Float32Array;
  readonly plans: Float64Array;
  readonly placement: PlacementIndex;
  readonly observer: OccupancyObserver;
  readonly cell = new Float64Array(4);
  readonly clock: Float64Array;
  /** `Clock.limit` by itself, as the queue takes it. */
  readonly limit: Float64Array;
  /** Slots of people; those from here on are of cases. */
  readonly persons: number;
  /** The first process that comes after people at equal times. */
  readonly firstAfterPeople: number;
  readonly counters: Int32Array;
  readonly flows: Int32Array;
  readonly funnel: Int32Array;
  /** Rule that each placement group follows now; see `placementRules.ts`. */
  readonly groupRule: Int32Array;
  /** Whether there is a final placement for anybody under some regime. */
  readonly placesFinally: boolean;
  /** Whether anybody may change group under some regime. */
  readonly reclassifies: boolean;
  /** The next regime with another hazard of a change of group, or their number: regime x stream x group. */
  readonly nextOtherHazard: Int32Array;
  /** First person who waits for each facility as a final placement, or -1. */
  readonly waitingHeads: Int32Array;
  readonly systemSums: Float64Array;
  /** Draws the stays of the people of day 0; made when it is first needed, and the same in every replication. */
  stationaryStart: { serve(person: number): void } | null = null;
  private readonly tallies: Int32Array;
  private readonly levels: number;
  private readonly levelsAt: number;
  private readonly streamsAt: number;
  private readonly systemOf: Int32Array;
  private readonly groupLevel: Int32Array;
  private readonly stock: Int32Array;
  private readonly institutionOf: Int32Array;
  random: KeyedRandom;
  tables: RegimeTables;
  result: ReplicationResult;

  /** @param state to work in; simulations of one shape may share it, one after the other */
  constructor(model: Model, state: ReplicationState = createState(shapeOf(model))) {
    this.model = model;
    this.processes = processNumbers(model);
    this.state = state;
    this.queue = new CalendarQueue(state);
    this.agenda = new Agenda(state.agendaTimes, state.agendaTree);
    this.people = new Population(state);
    this.days = state.records;
    this.words = state.recordWords;
    this.floats = state.recordFloats;
    this.plans = state.plans;
    this.placement = new PlacementIndex(model.placement, state);
    this.result = createResult(resultShape(model.parameters), 0);
    this.observer = new OccupancyObserver(state, this.result);
    this.clock = state.clock;
    this.limit = state.clock.subarray(Clock.limit, Clock.limit + 1);
    this.persons = state.shape.persons;
    this.firstAfterPeople = this.processes.admissions;
    this.counters = state.counters;
    this.flows = state.flows;
    this.funnel = state.funnel;
    this.groupRule = state.groupRule;
    this.waitingHeads = state.waitingHeads;
    this.systemSums = state.systemSums;
    this.tallies = state.tallies;
    this.levels = state.shape.levels;
    this.levelsAt = state.flows.length;
    this.streamsAt = state.flows.length + state.levelStock.length;
    this.placesFinally = model.regimes.some(({ finalFacility }) => finalFacility.some((f) => f >= 0));
    this.reclassifies = model.reclassifies.includes(1);
    this.nextOtherHazard = nextOtherHazard(model.regimes.map(({ reclassification }) => reclassification));
    this.systemOf = model.systemOf;
    this.groupLevel = model.groupLevel;
    this.stock = state.stock;
    this.institutionOf = model.institutionOf;
    this.random = new KeyedRandom("", 0, []);
    this.tables = model.regimes[0]!;
  }

  /**
   * Empties the state for a replication.
   *
   * @param spent the result is laid over one of them if it fits
   */
  reset(seed: string, index: number, spent: SpentBuffers = []): void {
    const { state, model } = this;
    this.random = new KeyedRandom(seed, index, streamNames(model));
    const shape = resultShape(model.parameters);
    const buffer = takeSpent(spent, resultBytes(shape));
    if (buffer !== undefined) new Uint8Array(buffer).fill(0);
    this.result = createResult(shape, index, buffer);
    this.tables = model.regimes[0]!;
    this.queue.clear();
    this.agenda.clear();
    state.clock.fill(0);
    state.clock[Clock.end] = model.parameters.horizonDays;
    for (const column of [state.stock, state.admitted, state.tallies, state.funnel, state.counters]) {
      column.fill(0);
    }
    state.heldInside.fill(0);
    for (const column of [state.busyReviewers, state.acceptedThisYear]) {
      column.fill(0);
    }
    state.corridorSums.fill(0);
    state.ineligible.fill(0);
    for (const column of [state.custodySums, state.transfereesSince, state.transfereeDays]) {
      column.fill(0);
    }
    for (const column of [state.custodyCounts, state.transferees, state.highProfileTransferees]) {
      column.fill(0);
    }
    state.exposureLeft.fill(0);
    state.admissionRate.fill(0);
    state.admissionsLevel.fill(1);
    state.admissionsGrown.fill(1);
    state.listHeads.fill(-1);
    state.listTails.fill(-1);
    state.waitingHeads.fill(-1);
    state.waitingTails.fill(-1);
    state.clock[Clock.born] = Number.NaN;
    this.placement.clear();
    state.institutionCapacity.fill(0);
    state.counters[Counter.personsFree] = -1;
    state.counters[Counter.casesFree] = -1;
    this.observer.start(this.result);
  }

  /** Goes on with a replication in the state as it is: that of a model which was the same up to now. */
  resume(seed: string, index: number, result: ReplicationResult): void {
    const { state, model } = this;
    this.random = new KeyedRandom(seed, index, streamNames(model));
    this.result = result;
    this.tables = model.regimes[state.counters[Counter.regime]!]!;
    this.observer.resume(result);
  }

  /** Random stream of a person's own decisions: the person's stream of admissions. */
  draw(stream: number, person: number, decision: number, occurrence: number): void {
    this.random.uniform(stream, person, decision, occurrence, this.cell);
  }

  /** Random stream of a person's decisions in a corridor. */
  drawInCorridor(
    corridor: number,
    stream: number,
    person: number,
    decision: number,
    occurrence: number,
  ): void {
    const streams = this.model.streamSystem.length;
    this.random.uniform(streams * (1 + corridor) + stream, person, decision, occurrence, this.cell);
  }

  /** Random stream of a system's own level of admissions; uniform into the cell. */
  drawForSystem(system: number, decision: number, occurrence: number): void {
    const streams = this.model.streamSystem.length;
    const corridors = this.model.parameters.corridors.length;
    this.random.uniform(streams * (1 + corridors) + system, 0, decision, occurrence, this.cell);
  }

  /** Random stream of a facility that a dated change of capacity names; uniform into the cell. */
  drawForFacility(facility: number, decision: number, occurrence: number): void {
    const { corridors, systems } = this.model.parameters;
    const others = this.model.streamSystem.length * (1 + corridors.length) + systems.length;
    const stream = others + facilitiesThatChange(this.model).indexOf(facility);
    this.random.uniform(stream, 0, decision, occurrence, this.cell);
  }

  countFlow(system: number, flow: (typeof Flow)[keyof typeof Flow]): void {
    this.tallies[system * FLOWS.length + flow]!++;
  }

  countFunnel(corridor: number, count: (typeof Funnel)[keyof typeof Funnel]): void {
    this.funnel[corridor * FUNNEL.length + count]!++;
  }

  countCustody(corridor: number, count: (typeof Custody)[keyof typeof Custody]): void {
    this.state.custodyCounts[corridor * CUSTODY_COUNTS.length + count]!++;
  }

  /** One person more (step 1) or fewer (-1) of a group's level in the system of a facility. */
  changeLevel(facility: number, group: number, step: number): void {
    this.tallies[this.levelsAt + this.systemOf[facility]! * this.levels + this.groupLevel[group]!]! += step;
  }

  /** One person of a stream more (step 1) or fewer (-1) in its own system. */
  changeStream(stream: number, step: number): void {
    this.tallies[this.streamsAt + stream]! += step;
  }

  /** One person more (step 1) or fewer (-1) in a facility, from now on. */
  changeStock(facility: number, step: number): void {
    this.stock[facility]! += step;
    this.placement.update(facility);
    this.observer.change(this.institutionOf[facility]!, step);
  }
}

/** Sizes of the state of a replication. */
export function shapeOf(model: Model): StateShape {
  return stateShape(model, processNumbers(model).count);
}

/** Facilities that a dated change of capacity names, each once. */
function facilitiesThatChange(model: Model): number[] {
  return [...new Set(model.parameters.capacityChanges.map(({ facility }) => facility))];
}

/** Names of the streams of random numbers; names, not positions, so that an added stream shifts nothing. */
function streamNames(model: Model): string[] {
  const { streams, corridors, systems, facilities } = model.parameters;
  const own = streams.map((stream) => `stream/${stream.id}`);
  const inCorridor = corridors.flatMap((c) => streams.map((s) => `corridor/${c.id}/${s.id}`));
  const ofFacilities = facilitiesThatChange(model).map((f) => {
    const { system, id } = facilities[f]!;
    return `facility/${systems[system]!.id}/${id}`;
  });
  return [...own, ...inCorridor, ...systems.map((system) => `system/${system.id}`), ...ofFacilities];
}

type Positions<Names extends readonly string[]> = { readonly [Name in Names[number]]: number };

function positions<const Names extends readonly string[]>(names: Names): Positions<Names> {
  return Object.fromEntries(names.map((name, i) => [name, i])) as Positions<Names>;
}

/** Column of each flow, of each funnel count, and of each count of transferred people. */
export const Flow = positions(FLOWS);
export const Custody = positions(CUSTODY_COUNTS);
export const Funnel = positions(FUNNEL);
