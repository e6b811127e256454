import type { Simulation } from "../simulation.ts";
import { Counter } from "../state.ts";

/** Samples stocks and cumulative counts, before any event of this instant. */
export function sampleEvent(sim: Simulation): void {
  const { state, result } = sim;
  const row = state.counters[Counter.gridRow]!++;
  result.gridStock.set(state.stock, row * state.stock.length);
  result.gridFlows.set(state.flows, row * state.flows.length);
  result.gridLevelStock.set(state.levelStock, row * state.levelStock.length);
  result.gridStreamStock.set(state.streamStock, row * state.streamStock.length);
  result.gridHeldInside.set(state.heldInside, row * state.heldInside.length);
  result.gridSystemSums.set(state.systemSums, row * state.systemSums.length);
  result.gridFunnel.set(state.funnel, row * state.funnel.length);
  result.gridIneligible.set(state.ineligible, row * state.ineligible.length);
  result.gridCorridorSums.set(state.corridorSums, row * state.corridorSums.length);
  result.gridCustodyCounts.set(state.custodyCounts, row * state.custodyCounts.length);
  result.gridCustodySums.set(state.custodySums, row * state.custodySums.length);
  result.gridTransferees.set(state.transferees, row * state.transferees.length);
  setNextSample(sim);
}

/** Sets the day of the next sample. */
export function setNextSample(sim: Simulation): void {
  const next = sim.model.parameters.gridDays[sim.state.counters[Counter.gridRow]!];
  sim.agenda.times[sim.processes.grid] = next ?? Infinity;
  sim.agenda.changed(sim.processes.grid);
}
