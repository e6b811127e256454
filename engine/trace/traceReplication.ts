import { execute, finish, NOTHING, startPeople, startProcesses, takeNext } from "../eventLoop.ts";
import { buildModel } from "../model.ts";
import type { ModelParameters } from "../parameters.ts";
import { Stage } from "../processes/corridor/cases.ts";
import { FUNNEL, type ReplicationResult } from "../result.ts";
import { Funnel, Simulation } from "../simulation.ts";
import { Counter } from "../state.ts";
import type { TraceEvent } from "./traceEvent.ts";
import { type Cause, type PersonFilter, Tracer } from "./tracer.ts";

/** A person of a stream, by the number within it; see {@link TraceEvent}. */
export interface PersonName {
  readonly stream: string;
  readonly index: number;
}

/**
 * Runs one replication and tells what happens to people in it. Slower than a run without, and of the same result,
 * bit for bit: the records of people are compared before and after each event, and the events know nothing of it.
 *
 * @param parameters plain data; see {@link ModelParameters}
 * @param seed any text
 * @param index of the replication, 0 or above
 * @param onEvent is told everything, in the order in which it happens
 * @param filter whom to tell of: everybody unless given
 * @returns what `runReplication` returns
 * @throws {RangeError} if the model is inconsistent
 */
export function traceReplication(
  parameters: ModelParameters,
  seed: string,
  index: number,
  onEvent: (event: TraceEvent) => void,
  filter: PersonFilter = () => true,
): ReplicationResult {
  const run = new TracedRun(parameters, seed, index, onEvent, filter);
  while (run.step()) {
    // Every step tells what it has changed.
  }
  return finish(run.sim);
}

/**
 * The path of one person in a replication: from day 0 or the admission to the last release, the death, the expulsion or
 * the last day; empty when nobody of that number enters.
 *
 * @param parameters plain data; see {@link ModelParameters}
 * @param seed any text
 * @param replication its index
 * @param person id of the stream, and number within it
 * @throws {RangeError} if there is no such stream, or the model is inconsistent
 */
export function tracePerson(
  parameters: ModelParameters,
  seed: string,
  replication: number,
  person: PersonName,
): TraceEvent[] {
  if (!parameters.streams.some(({ id }) => id === person.stream)) {
    throw new RangeError(`tracePerson requires the id of a stream, got "${person.stream}"`);
  }
  const path: TraceEvent[] = [];
  const isPerson: PersonFilter = (stream, index) => index === person.index && stream === person.stream;
  const run = new TracedRun(parameters, seed, replication, (event) => path.push(event), isPerson);
  const mayReturn = run.sim.model.returnsPeople;
  while (run.step() && (mayReturn || path.at(-1)?.kind !== "left")) {
    // A handover tells of the entry after the exit in the same step.
  }
  return path;
}

/** A replication that is executed step by step with a tracer looking on. */
class TracedRun {
  readonly sim: Simulation;
  private readonly tracer: Tracer;
  /** Facilities that are a final placement, and the first person who waited for each before the step. */
  private readonly finals: readonly number[];
  private readonly waited: Int32Array;
  private readonly persons: number;

  constructor(
    parameters: ModelParameters,
    seed: string,
    index: number,
    onEvent: (event: TraceEvent) => void,
    filter: PersonFilter,
  ) {
    const sim = new Simulation(buildModel(parameters));
    sim.reset(seed, index);
    this.sim = sim;
    this.tracer = new Tracer(sim, onEvent, filter);
    this.persons = sim.state.shape.persons;
    const finals = parameters.regimes.flatMap(({ streams }) =>
      streams.flatMap(({ finalPlacement }) => (finalPlacement === null ? [] : [finalPlacement.facility])),
    );
    this.finals = [...new Set(finals)];
    this.waited = new Int32Array(this.finals.length);
    startPeople(sim);
    this.tracer.compareAll("start");
    startProcesses(sim);
    this.tracer.compareAll("start");
  }

  /** Executes the next event and tells what it has changed; false when there is none before the last day. */
  step(): boolean {
    const { sim, tracer, finals } = this;
    const next = takeNext(sim);
    if (next === NOTHING) {
      return false;
    }
    finals.forEach((facility, i) => {
      this.waited[i] = sim.waitingHeads[facility]!;
    });
    const own = this.ownPerson(next);
    const cause = this.causeOf(next);
    const before = handedOver(sim);
    execute(sim, next);
    if (own >= 0 && handedOver(sim) > before) {
      tracer.compareEscorted(own);
    } else if (own >= 0) {
      tracer.compareOwn(own, cause);
      this.comparePlaced(cause);
    } else if (own === EVERYBODY) {
      tracer.compareAll(cause);
    }
    return true;
  }

  /** The person whose event, case or admission comes next; or {@link EVERYBODY}, or {@link NOBODY}. */
  private ownPerson(next: number): number {
    const { sim, persons } = this;
    const { processes, counters } = sim;
    if (next >= persons && isReturn(sim, next)) {
      return EVERYBODY;
    }
    if (next >= 0) {
      return next < persons ? next : sim.state.casePerson[next - persons]!;
    }
    const process = -1 - next;
    if (process >= processes.admissions && process < processes.handovers) {
      const free = counters[Counter.personsFree]!;
      return free >= 0 ? free : counters[Counter.personsUsed]!;
    }
    return process === processes.grid || process === processes.year ? NOBODY : EVERYBODY;
  }

  private causeOf(next: number): Cause {
    const { processes } = this.sim;
    if (next >= 0) {
      return next >= this.persons && isReturn(this.sim, next) ? "return" : "own";
    }
    const process = -1 - next;
    if (process < processes.admissions) {
      return "regime";
    }
    if (process < processes.handovers) {
      return "admission";
    }
    if (process < processes.expulsions) {
      return "handover";
    }
    return process < processes.balancing ? "expulsion" : "balancing";
  }

  /** The people who waited for a place before the step and have one now: the first ones of each list. */
  private comparePlaced(cause: Cause): void {
    const { sim, tracer } = this;
    const { waitingNext } = sim.state;
    this.finals.forEach((facility, i) => {
      const head = sim.waitingHeads[facility]!;
      for (let person = this.waited[i]!; person >= 0 && person !== head; person = waitingNext[person]!) {
        tracer.compare(person, cause);
      }
    });
  }
}

/** People handed over so far on all corridors. */
function handedOver(sim: Simulation): number {
  return sim.model.parameters.corridors.reduce(
    (sum, _, corridor) => sum + sim.funnel[corridor * FUNNEL.length + Funnel.handedOver]!,
    0,
  );
}

/** Whether the event of a case brings a person back: the one who enters has a new record. */
function isReturn(sim: Simulation, next: number): boolean {
  return sim.state.caseStage[next - sim.persons] === Stage.abroad;
}

const EVERYBODY = -1;
const NOBODY = -2;
