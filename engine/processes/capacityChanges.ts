import { sampleDistribution } from "../distributions.ts";
import { Decision } from "../keyedRandom.ts";
import type { Simulation } from "../simulation.ts";
import { Counter } from "../state.ts";
import { emptyFacilities } from "./closures.ts";
import { refreshRules } from "./designation.ts";
import { fillAllPlaces } from "./finalPlacement.ts";

/** A facility and its capacity from now on (persons; 0 = closed, null = none is defined). */
interface NewCapacity {
  readonly facility: number;
  readonly capacity: number | null;
}

/** Capacities on day 0 as the first regime says. */
export function startCapacities(sim: Simulation): void {
  setCapacities(
    sim,
    sim.tables.regime.capacity.map((capacity, facility) => ({ facility, capacity })),
  );
}

/** Capacities in which the regime in force differs from the one before it, and those of dated changes due now. */
export function regimeCapacities(sim: Simulation): void {
  const before = sim.model.regimes[sim.state.counters[Counter.regime]! - 1]!.regime.capacity;
  const changed = sim.tables.regime.capacity.flatMap((capacity, facility) =>
    capacity === before[facility] ? [] : [{ facility, capacity }],
  );
  setCapacities(sim, [...changed, ...takeDue(sim)]);
}

/** Sets the day of each dated change: its own, or as late as the draw of its facility and position says. */
export function scheduleCapacityChanges(sim: Simulation): void {
  const { capacityChanges } = sim.model.parameters;
  const seen = new Map<number, number>();
  capacityChanges.forEach(({ facility, day, slip }, i) => {
    const position = seen.get(facility) ?? 0;
    seen.set(facility, position + 1);
    let from = day;
    if (slip !== null) {
      sim.drawForFacility(facility, Decision.capacitySlip, position);
      from += sampleDistribution(slip, sim.cell[0]!);
    }
    setDay(sim, i, from);
  });
}

/** A dated change comes into force, with all others that are due at the same instant. */
export function capacityChangeEvent(sim: Simulation): void {
  setCapacities(sim, takeDue(sim));
  fillAllPlaces(sim);
}

function takeDue(sim: Simulation): NewCapacity[] {
  const { agenda, processes, clock } = sim;
  return sim.model.parameters.capacityChanges.filter((_, i) => {
    const due = agenda.times[processes.capacityChanges + i]! <= clock[0]!;
    if (due) {
      setDay(sim, i, Infinity);
    }
    return due;
  });
}

function setDay(sim: Simulation, change: number, day: number): void {
  sim.agenda.times[sim.processes.capacityChanges + change] = day;
  sim.agenda.changed(sim.processes.capacityChanges + change);
}

/** Capacities change, all at once; then the facilities that are closed now are emptied. */
function setCapacities(sim: Simulation, changes: readonly NewCapacity[]): void {
  const { institutionOf } = sim.model;
  const { capacity, stock } = sim.state;
  for (const change of changes) {
    sim.placement.setCapacity(change.facility, change.capacity);
  }
  for (const institution of new Set(changes.map(({ facility }) => institutionOf[facility]!))) {
    let sum = 0;
    for (let f = 0; f < capacity.length; f++) {
      if (institutionOf[f] === institution) {
        sum += capacity[f]!;
      }
    }
    sim.observer.setCapacity(institution, sum);
  }
  refreshRules(sim);
  const closed = changes.map(({ facility }) => facility).filter((f) => !sim.placement.isOpen(f));
  if (closed.some((facility) => stock[facility]! > 0)) {
    emptyFacilities(sim, new Set(closed));
  }
}
