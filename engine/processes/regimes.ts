import { Decision } from "../keyedRandom.ts";
import { normalQuantile } from "../normalQuantile.ts";
import type { Simulation } from "../simulation.ts";
import { Counter } from "../state.ts";
import { growAdmissions, updateRate } from "./admissions.ts";
import { setNextBalancing } from "./balancing.ts";
import { regimeCapacities } from "./capacityChanges.ts";
import { setNextHandover } from "./corridor/handover.ts";
import { startEscorts } from "./corridor/ready.ts";
import { wakeDormant } from "./corridor/request.ts";
import { startReviews } from "./corridor/review.ts";
import { fillAllPlaces } from "./finalPlacement.ts";
import { applyNewReductions } from "./newReductions.ts";

/** The next regime comes into force: capacities, reductions, limits, rates, handovers, interest, reviewers. */
export function regimeEvent(sim: Simulation): void {
  const { model, state } = sim;
  const number = ++state.counters[Counter.regime]!;
  sim.tables = model.regimes[number]!;
  regimeCapacities(sim);
  applyNewReductions(sim);
  fillAllPlaces(sim);
  model.streamSystem.forEach((_, stream) => {
    updateRate(sim, stream);
  });
  model.parameters.systems.forEach((_, system) => {
    setNextBalancing(sim, system, sim.clock[0]!, false);
  });
  sim.tables.corridors.forEach((_, c) => {
    setNextHandover(sim, c, sim.clock[0]!, false);
    wakeDormant(sim, c);
    startReviews(sim, c);
    startEscorts(sim, c);
  });
  setNextRegime(sim);
}

/** Sets the day of the next regime. */
export function setNextRegime(sim: Simulation): void {
  const next = sim.model.regimes[sim.state.counters[Counter.regime]! + 1];
  sim.agenda.times[sim.processes.regime] = next ? next.regime.fromDay : Infinity;
  sim.agenda.changed(sim.processes.regime);
}

/**
 * A calendar year begins: yearly quotas are open again, admissions grow, and the level of admissions of each
 * system whose level is uncertain takes a step: a random walk of the logarithm, with mean 1 in every year.
 */
export function yearEvent(sim: Simulation): void {
  sim.state.acceptedThisYear.fill(0);
  const year = ++sim.state.counters[Counter.year]!;
  stepLevels(sim, year);
  growAdmissions(sim);
  sim.model.streamSystem.forEach((_, stream) => {
    updateRate(sim, stream);
  });
  setNextYear(sim);
}

/** One step of the levels of admissions; `step` counts the calendar years from 0. */
export function stepLevels(sim: Simulation, step: number): void {
  sim.tables.regime.admissionsLevelSd.forEach((sd, system) => {
    if (sd > 0) {
      sim.drawForSystem(system, Decision.admissionsLevel, step);
      sim.state.admissionsLevel[system]! *= Math.exp(sd * normalQuantile(sim.cell[0]!) - (sd * sd) / 2);
    }
  });
}

/** Sets the day on which the next calendar year begins. */
export function setNextYear(sim: Simulation): void {
  const next = sim.model.parameters.yearStartDays.find((day) => day > sim.clock[0]!);
  sim.agenda.times[sim.processes.year] = next ?? Infinity;
  sim.agenda.changed(sim.processes.year);
}
