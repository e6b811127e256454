import { Decision } from "../keyedRandom.ts";
import { normalQuantile } from "../normalQuantile.ts";
import type { Simulation } from "../simulation.ts";
import { Counter } from "../state.ts";
import { updateRate } from "./admissions.ts";
import { setNextHandover } from "./corridor/handover.ts";
import { wakeDormant } from "./corridor/request.ts";
import { startReviews } from "./corridor/review.ts";

/** Rated capacity of every facility as the regime in force says, 0 where none is defined. */
export function applyCapacities(sim: Simulation): void {
  const { state, model, tables } = sim;
  const changed = new Set<number>();
  tables.regime.ratedCapacity.forEach((value, facility) => {
    const capacity = value ?? 0;
    if (capacity !== state.ratedCapacity[facility]) {
      state.ratedCapacity[facility] = capacity;
      sim.placement.update(facility);
      changed.add(model.institutionOf[facility]!);
    }
  });
  for (const institution of changed) {
    let capacity = 0;
    model.institutionOf.forEach((other, facility) => {
      capacity += other === institution ? state.ratedCapacity[facility]! : 0;
    });
    sim.observer.setCapacity(institution, capacity);
  }
}

/** The next regime comes into force: capacities, rates, handovers, interest, reviewers. */
export function regimeEvent(sim: Simulation): void {
  const { model, state } = sim;
  const number = ++state.counters[Counter.regime]!;
  sim.tables = model.regimes[number]!;
  applyCapacities(sim);
  model.streamSystem.forEach((_, stream) => {
    updateRate(sim, stream);
  });
  sim.tables.corridors.forEach((_, c) => {
    setNextHandover(sim, c, sim.clock[0]!, false);
    wakeDormant(sim, c);
    startReviews(sim, c);
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
 * A calendar year begins: yearly quotas are open again, and the level of admissions of each system whose
 * level is uncertain takes a step: a random walk of the logarithm, with mean 1 in every year.
 */
export function yearEvent(sim: Simulation): void {
  sim.state.acceptedThisYear.fill(0);
  const year = ++sim.state.counters[Counter.year]!;
  stepLevels(sim, year);
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
