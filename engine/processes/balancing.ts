import { Decision } from "../keyedRandom.ts";
import { Flag } from "../population.ts";
import { Flow, type Simulation } from "../simulation.ts";
import { relocate } from "./places.ts";
import { inDrawnOrder } from "./roll.ts";

/**
 * Sets the day of a system's next balancing: the first multiple of the interval from `from` on, or none.
 *
 * @param after whether it comes after `from`, not on it
 */
export function setNextBalancing(sim: Simulation, system: number, from: number, after: boolean): void {
  const rule = sim.tables.regime.balancing[system]!;
  let next = Infinity;
  if (rule !== null) {
    const { everyDays } = rule;
    let count = Math.max(1, Math.floor(from / everyDays));
    while (after ? count * everyDays <= from : count * everyDays < from) {
      count++;
    }
    next = count * everyDays;
  }
  sim.agenda.times[sim.processes.balancing + system] = next;
  sim.agenda.changed(sim.processes.balancing + system);
}

/**
 * People are moved from facilities above the occupancy that the rule states to the least crowded of their group,
 * one after the other in an order that is drawn, while their own stands above it and the other would be less
 * crowded with them than theirs is now; again from the first until nobody moves. Not moved: people whose group
 * takes by function or does not hold the facility, and people in the final placement.
 */
export function balancingEvent(sim: Simulation, system: number): void {
  const { aboveOccupancy } = sim.tables.regime.balancing[system]!;
  let moved = true;
  while (moved) {
    const crowded = crowdedFacilities(sim, system, aboveOccupancy);
    moved = crowded.size > 0 && balance(sim, crowded, aboveOccupancy);
  }
  setNextBalancing(sim, system, sim.clock[0]!, true);
}

/** Facilities above an occupancy from which people of some group could go to a less crowded one. */
function crowdedFacilities(sim: Simulation, system: number, above: number): Set<number> {
  const crowded = new Set<number>();
  sim.model.parameters.groups.forEach((group, g) => {
    if (group.system === system && !group.byFunction) {
      for (const facility of group.facilities) {
        if (lessCrowded(sim, g, facility, above) >= 0) {
          crowded.add(facility);
        }
      }
    }
  });
  return crowded;
}

/**
 * The least crowded facility of a group if this one stands above an occupancy and that one, with one person more,
 * below this one; or -1.
 */
function lessCrowded(sim: Simulation, group: number, facility: number, above: number): number {
  const { placement, state } = sim;
  const load = placement.loadOf(facility);
  if (!(load > above) || state.stock[facility] === 0 || state.capacity[facility] === 0) {
    return -1;
  }
  const target = placement.leastCrowded(group);
  const beds = state.capacity[target]!;
  return beds > 0 && (state.stock[target]! + 1) / beds < load ? target : -1;
}

/** Moves who may move, each once; whether somebody has moved. */
function balance(sim: Simulation, crowded: ReadonlySet<number>, above: number): boolean {
  const { people } = sim;
  const taken = takenFrom(sim, crowded);
  const facilities = sim.model.parameters.facilities.length;
  const mayMove = (person: number): boolean =>
    taken[people.group(person) * facilities + people.facility(person)] === 1 &&
    !people.has(person, Flag.finalBegun);
  let moved = false;
  const day = Math.floor(sim.clock[0]!);
  const persons = inDrawnOrder(sim, Decision.balancingOrder, day, crowded, mayMove);
  for (let i = 0; i < persons.length; i++) {
    const person = persons[i]!;
    const facility = people.facility(person);
    const target = lessCrowded(sim, people.group(person), facility, above);
    if (target >= 0) {
      relocate(sim, person, target);
      sim.countFlow(sim.model.systemOf[facility]!, Flow.balancingMoves);
      moved = true;
    }
  }
  return moved;
}

/** Group x facility: 1 where people of the group may be taken from the facility. */
function takenFrom(sim: Simulation, crowded: ReadonlySet<number>): Uint8Array {
  const { groups, facilities } = sim.model.parameters;
  const taken = new Uint8Array(groups.length * facilities.length);
  groups.forEach((group, g) => {
    for (const facility of group.byFunction ? [] : group.facilities) {
      taken[g * facilities.length + facility] = crowded.has(facility) ? 1 : 0;
    }
  });
  return taken;
}
