import { Decision } from "../keyedRandom.ts";
import { Flow, type Simulation } from "../simulation.ts";
import { admit } from "./entry.ts";

/**
 * Admissions of each stream: a Poisson process of unit rate, stretched by the rate in force. A change of the
 * rate stretches what is left of the present gap and touches no person's own random numbers.
 */
export function startAdmissions(sim: Simulation): void {
  const { exposureLeft } = sim.state;
  for (let stream = 0; stream < exposureLeft.length; stream++) {
    drawGap(sim, stream, 0);
    exposureLeft[stream] = sim.cell[0]!;
    sim.agenda.times[sim.processes.admissions + stream] = Infinity;
    updateRate(sim, stream);
  }
}

/** Brings the rate of a stream up to the regime in force, its system's yearly level and its growth so far. */
export function updateRate(sim: Simulation, stream: number): void {
  const { state, agenda, clock } = sim;
  const process = sim.processes.admissions + stream;
  const level = state.admissionsLevel[sim.model.streamSystem[stream]!]!;
  const rate = sim.tables.regime.streams[stream]!.admissionsPerDay * level * state.admissionsGrown[stream]!;
  const before = state.admissionRate[stream]!;
  if (rate === before && rate > 0) {
    return;
  }
  if (before > 0) {
    state.exposureLeft[stream] = (agenda.times[process]! - clock[0]!) * before;
  }
  state.admissionRate[stream] = rate;
  agenda.times[process] = rate > 0 ? clock[0]! + state.exposureLeft[stream]! / rate : Infinity;
  agenda.changed(process);
}

/**
 * Lets the admissions of each stream grow by its yearly ratio. One step at the beginning of each calendar year
 * after day 0: with a ratio `g` throughout, the rate in the k-th calendar year begun since then is
 * `(1 + g)^k` times that of day 0. A new ratio holds for the steps to come and keeps the growth so far.
 */
export function growAdmissions(sim: Simulation): void {
  sim.tables.regime.streams.forEach(({ admissionsGrowth }, stream) => {
    sim.state.admissionsGrown[stream]! *= 1 + admissionsGrowth;
  });
}

/** One person of a stream is admitted now, and the next admission is set. */
export function admissionEvent(sim: Simulation, stream: number): void {
  const index = sim.state.admitted[stream]!++;
  admit(sim, stream, index, Flow.admissions);
  drawGap(sim, stream, index + 1);
  const process = sim.processes.admissions + stream;
  sim.agenda.times[process] = sim.clock[0]! + sim.cell[0]! / sim.state.admissionRate[stream]!;
  sim.agenda.changed(process);
}

/** Unit-rate gap before the admission of a person, into the cell. */
function drawGap(sim: Simulation, stream: number, index: number): void {
  sim.draw(stream, index, Decision.admissionGap, 0);
  sim.cell[0] = -Math.log(1 - sim.cell[0]!);
}
