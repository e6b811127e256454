import { takeCensus } from "./observers/census.ts";
import { sampleEvent, setNextSample } from "./observers/sampleGrid.ts";
import { finishTransferees } from "./observers/transferees.ts";
import { admissionEvent, startAdmissions } from "./processes/admissions.ts";
import { balancingEvent, setNextBalancing } from "./processes/balancing.ts";
import {
  capacityChangeEvent,
  scheduleCapacityChanges,
  startCapacities,
} from "./processes/capacityChanges.ts";
import { handoverEvent, setNextHandover } from "./processes/corridor/handover.ts";
import { startEscorts } from "./processes/corridor/ready.ts";
import { startReviews } from "./processes/corridor/review.ts";
import { caseEvent } from "./processes/corridor/stages.ts";
import { expulsionEvent } from "./processes/expulsions.ts";
import { fillAllPlaces } from "./processes/finalPlacement.ts";
import { placeInitialStock } from "./processes/initialStock.ts";
import { personEvent } from "./processes/people.ts";
import { regimeEvent, setNextRegime, setNextYear, stepLevels, yearEvent } from "./processes/regimes.ts";
import type { ReplicationResult } from "./result.ts";
import type { Simulation } from "./simulation.ts";
import { Clock, Counter } from "./state.ts";

/** Day 0, before anything happens: capacities, and the people inside. */
export function startPeople(sim: Simulation): void {
  startCapacities(sim);
  stepLevels(sim, 0);
  placeInitialStock(sim);
  sim.result.initialStock.set(sim.state.stock);
  sim.result.initialLevelStock.set(sim.state.levelStock);
  sim.result.initialStreamStock.set(sim.state.streamStock);
  takeCensus(sim, 0);
}

/** Day 0: the first event of every process. */
export function startProcesses(sim: Simulation): void {
  const { parameters } = sim.model;
  fillAllPlaces(sim);
  startAdmissions(sim);
  parameters.corridors.forEach((_, corridor) => {
    startReviews(sim, corridor);
    startEscorts(sim, corridor);
    setNextHandover(sim, corridor, 0, false);
  });
  parameters.expulsions.forEach((batch, i) => {
    sim.agenda.times[sim.processes.expulsions + i] = batch.day;
    sim.agenda.changed(sim.processes.expulsions + i);
  });
  scheduleCapacityChanges(sim);
  parameters.systems.forEach((_, system) => {
    setNextBalancing(sim, system, 0, true);
  });
  setNextSample(sim);
  setNextRegime(sim);
  setNextYear(sim);
}

/** No event is left before the last day. */
export const NOTHING = -0x80000000;

/** Executes every event before the last day, in the order (time, priority, sequence). */
export function runToEnd(sim: Simulation): void {
  for (;;) {
    const next = takeNext(sim);
    if (next === NOTHING) {
      return;
    }
    execute(sim, next);
  }
}

/**
 * Takes the next event and sets the clock to it.
 *
 * @returns the slot of a person or case, -1 - number of a process, or {@link NOTHING}
 */
export function takeNext(sim: Simulation): number {
  const { agenda, queue, clock, limit } = sim;
  const process = agenda.first();
  const time = agenda.times[process]!;
  const end = clock[Clock.end]!;
  limit[0] = end;
  if (time < end) {
    limit[0] = time;
  }
  const slot = queue.pop(limit, time < end && process >= sim.firstAfterPeople);
  if (slot >= 0) {
    clock[Clock.now] = queue.time[0]!;
    return slot;
  }
  clock[Clock.now] = limit[0]!;
  return time < end ? -1 - process : NOTHING;
}

/** Executes an event that was taken. */
export function execute(sim: Simulation, next: number): void {
  if (next < 0) {
    processEvent(sim, -1 - next);
  } else if (next < sim.persons) {
    personEvent(sim, next);
  } else {
    caseEvent(sim, next - sim.persons);
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
  } else if (process < processes.year) {
    capacityChangeEvent(sim);
  } else if (process === processes.year) {
    yearEvent(sim);
  } else if (process < processes.expulsions) {
    handoverEvent(sim, process - processes.handovers);
  } else if (process < processes.balancing) {
    expulsionEvent(sim, process - processes.expulsions);
  } else {
    balancingEvent(sim, process - processes.balancing);
  }
}

/** Samples what is left of the grid, closes the books and hands the result over. */
export function finish(sim: Simulation): ReplicationResult {
  while (sim.state.counters[Counter.gridRow]! < sim.model.parameters.gridDays.length) {
    sampleEvent(sim);
  }
  sim.observer.finish();
  finishTransferees(sim);
  takeCensus(sim, 1);
  for (let kind = 0; kind < sim.result.eventCounts.length; kind++) {
    sim.result.eventCounts[kind] = sim.state.counters[Counter.events + kind]!;
  }
  return sim.result;
}
