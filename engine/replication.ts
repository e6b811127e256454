import { buildModel, type Model } from "./model.ts";
import { sampleEvent, setNextSample } from "./observers/sampleGrid.ts";
import type { ModelParameters } from "./parameters.ts";
import { admissionEvent, startAdmissions } from "./processes/admissions.ts";
import { handoverEvent, setNextHandover } from "./processes/corridor/handover.ts";
import { startReviews } from "./processes/corridor/review.ts";
import { caseEvent } from "./processes/corridor/stages.ts";
import { expulsionEvent } from "./processes/expulsions.ts";
import { placeInitialStock } from "./processes/initialStock.ts";
import { personEvent } from "./processes/people.ts";
import {
  applyCapacities,
  regimeEvent,
  setNextRegime,
  setNextYear,
  stepLevels,
  yearEvent,
} from "./processes/regimes.ts";
import type { ReplicationResult } from "./result.ts";
import { Simulation } from "./simulation.ts";
import { Clock, Counter } from "./state.ts";

/**
 * Runs replications of one parameter set, one after the other, in the same memory.
 *
 * A replication is a function of (parameters, seed, index) alone: it gives the same bits whatever ran before
 * it, on whatever thread.
 */
export class ReplicationRunner {
  private readonly model: Model;
  private readonly simulation: Simulation;

  constructor(parameters: ModelParameters) {
    this.model = buildModel(parameters);
    this.simulation = new Simulation(this.model);
  }

  /**
   * Runs one replication.
   *
   * @param seed any text
   * @param index of the replication, 0 or above
   */
  run(seed: string, index: number): ReplicationResult {
    const sim = this.simulation;
    sim.reset(seed, index);
    start(sim);
    runUntil(sim, this.model.parameters.horizonDays);
    return finish(sim);
  }
}

/**
 * Runs one replication of a parameter set.
 *
 * @param parameters plain data; see {@link ModelParameters}
 * @param seed any text; with the index it roots all random numbers
 * @param index of the replication, 0 or above
 * @returns stocks, flows and time-weighted occupancy; see {@link ReplicationResult}
 * @throws {RangeError} if the model is inconsistent (a missing regime, two streams of the same id)
 */
export function runReplication(parameters: ModelParameters, seed: string, index: number): ReplicationResult {
  return new ReplicationRunner(parameters).run(seed, index);
}

function start(sim: Simulation): void {
  const { parameters } = sim.model;
  applyCapacities(sim);
  stepLevels(sim, 0);
  placeInitialStock(sim);
  sim.result.initialStock.set(sim.state.stock);
  startAdmissions(sim);
  parameters.corridors.forEach((_, corridor) => {
    startReviews(sim, corridor);
    setNextHandover(sim, corridor, 0, false);
  });
  parameters.expulsions.forEach((batch, i) => {
    sim.agenda.times[sim.processes.expulsions + i] = batch.day;
    sim.agenda.changed(sim.processes.expulsions + i);
  });
  setNextSample(sim);
  setNextRegime(sim);
  setNextYear(sim);
}

/** Executes every event before `end` (days), in the order (time, priority, sequence). */
function runUntil(sim: Simulation, end: number): void {
  const { agenda, queue, clock } = sim;
  const firstAfterPeople = sim.processes.admissions;
  const persons = sim.state.shape.persons;
  const limit = clock.subarray(Clock.limit);
  for (;;) {
    const process = agenda.first();
    const time = agenda.times[process]!;
    limit[0] = end;
    if (time < end) {
      limit[0] = time;
    }
    const slot = queue.pop(limit, time < end && process >= firstAfterPeople);
    if (slot >= 0) {
      clock[Clock.now] = queue.time[0]!;
      if (slot < persons) {
        personEvent(sim, slot);
      } else {
        caseEvent(sim, slot - persons);
      }
    } else if (time < end) {
      clock[Clock.now] = time;
      processEvent(sim, process);
    } else {
      clock[Clock.now] = end;
      return;
    }
  }
}

function processEvent(sim: Simulation, process: number): void {
  const { processes, state } = sim;
  if (process >= processes.admissions && process < processes.handovers) {
    state.counters[Counter.events]!++;
    admissionEvent(sim, process - processes.admissions);
    return;
  }
  state.counters[Counter.events + 4]!++;
  if (process === processes.grid) {
    sampleEvent(sim);
  } else if (process === processes.regime) {
    regimeEvent(sim);
  } else if (process === processes.year) {
    yearEvent(sim);
  } else if (process < processes.expulsions) {
    handoverEvent(sim, process - processes.handovers);
  } else {
    expulsionEvent(sim, process - processes.expulsions);
  }
}

function finish(sim: Simulation): ReplicationResult {
  while (sim.state.counters[Counter.gridRow]! < sim.model.parameters.gridDays.length) {
    sampleEvent(sim);
  }
  sim.observer.finish();
  for (let kind = 0; kind < sim.result.eventCounts.length; kind++) {
    sim.result.eventCounts[kind] = sim.state.counters[Counter.events + kind]!;
  }
  return sim.result;
}
