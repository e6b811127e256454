import { Agenda } from "./agenda.ts";
import { CalendarQueue } from "./calendarQueue.ts";
import { KeyedRandom } from "./keyedRandom.ts";
import type { Model, RegimeTables } from "./model.ts";
import { OccupancyObserver } from "./observers/occupancyObserver.ts";
import { PlacementIndex } from "./placementIndex.ts";
import { Population } from "./population.ts";
import { createResult, FLOWS, FUNNEL, type ReplicationResult, resultShape } from "./result.ts";
import { Counter, createState, type ReplicationState } from "./state.ts";
import { stateShape } from "./stateShape.ts";

/** Where each process stands in the agenda: in order of priority at equal times. */
export interface ProcessNumbers {
  readonly grid: 0;
  readonly regime: 1;
  readonly year: 2;
  /** First admission process; those below come before people at equal times, those from here on after. */
  readonly admissions: 3;
  readonly handovers: number;
  readonly expulsions: number;
  readonly count: number;
}

/** Numbers of the processes of a model. */
export function processNumbers(model: Model): ProcessNumbers {
  const { streams, corridors, expulsions } = model.parameters;
  const handovers = 3 + streams.length;
  const first = handovers + corridors.length;
  return {
    grid: 0,
    regime: 1,
    year: 2,
    admissions: 3,
    handovers,
    expulsions: first,
    count: first + expulsions.length,
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
  readonly placement: PlacementIndex;
  readonly observer: OccupancyObserver;
  readonly cell = new Float64Array(4);
  readonly clock: Float64Array;
  readonly counters: Int32Array;
  readonly flows: Int32Array;
  readonly funnel: Int32Array;
  private readonly stock: Int32Array;
  private readonly institutionOf: Int32Array;
  random: KeyedRandom;
  tables: RegimeTables;
  result: ReplicationResult;

  constructor(model: Model) {
    this.model = model;
    this.processes = processNumbers(model);
    this.state = createState(stateShape(model, this.processes.count));
    const state = this.state;
    this.queue = new CalendarQueue(state);
    this.agenda = new Agenda(state.agendaTimes, state.agendaTree);
    this.people = new Population(state);
    this.days = state.records;
    this.words = state.recordWords;
    this.placement = new PlacementIndex(model.placement, state);
    this.result = createResult(resultShape(model.parameters), 0);
    this.observer = new OccupancyObserver(state, this.result);
    this.clock = state.clock;
    this.counters = state.counters;
    this.flows = state.flows;
    this.funnel = state.funnel;
    this.stock = state.stock;
    this.institutionOf = model.institutionOf;
    this.random = new KeyedRandom("", 0, []);
    this.tables = model.regimes[0]!;
  }

  /** Empties the state for a replication. */
  reset(seed: string, index: number): void {
    const { state, model } = this;
    this.random = new KeyedRandom(seed, index, streamNames(model));
    this.result = createResult(resultShape(model.parameters), index);
    this.tables = model.regimes[0]!;
    this.queue.clear();
    this.agenda.clear();
    state.clock.fill(0);
    for (const column of [state.stock, state.admitted, state.flows, state.funnel, state.counters]) {
      column.fill(0);
    }
    for (const column of [state.busyReviewers, state.acceptedThisYear]) {
      column.fill(0);
    }
    state.corridorSums.fill(0);
    state.exposureLeft.fill(0);
    state.admissionRate.fill(0);
    state.admissionsLevel.fill(1);
    state.listHeads.fill(-1);
    state.listTails.fill(-1);
    this.placement.clear();
    state.ratedCapacity.fill(0);
    state.institutionCapacity.fill(0);
    state.counters[Counter.personsFree] = -1;
    state.counters[Counter.casesFree] = -1;
    this.observer.start(this.result);
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

  countFlow(system: number, flow: (typeof Flow)[keyof typeof Flow]): void {
    this.flows[system * FLOWS.length + flow]!++;
  }

  countFunnel(corridor: number, count: (typeof Funnel)[keyof typeof Funnel]): void {
    this.funnel[corridor * FUNNEL.length + count]!++;
  }

  /** One person more (step 1) or fewer (-1) in a facility, from now on. */
  changeStock(facility: number, step: number): void {
    this.stock[facility]! += step;
    this.placement.update(facility);
    this.observer.change(this.institutionOf[facility]!, step);
  }
}

/** Names of the streams of random numbers; names, not positions, so that an added stream shifts nothing. */
function streamNames(model: Model): string[] {
  const { streams, corridors, systems } = model.parameters;
  const own = streams.map((stream) => `stream/${stream.id}`);
  const inCorridor = corridors.flatMap((c) => streams.map((s) => `corridor/${c.id}/${s.id}`));
  return [...own, ...inCorridor, ...systems.map((system) => `system/${system.id}`)];
}

type Positions<Names extends readonly string[]> = { readonly [Name in Names[number]]: number };

function positions<const Names extends readonly string[]>(names: Names): Positions<Names> {
  return Object.fromEntries(names.map((name, i) => [name, i])) as Positions<Names>;
}

/** Column of each flow and of each funnel count. */
export const Flow = positions(FLOWS);
export const Funnel = positions(FUNNEL);
