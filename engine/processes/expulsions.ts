import { Decision } from "../keyedRandom.ts";
import { Flag } from "../population.ts";
import { Flow, type Simulation } from "../simulation.ts";
import { Counter } from "../state.ts";
import { closeCaseOnExit } from "./corridor/closing.ts";
import { vacate } from "./corridor/handover.ts";
import { admit } from "./entry.ts";

/** Expelled people have numbers of their own within the stream that they join. */
const FIRST_EXPELLED = 0x40000000;

/**
 * A dated batch of people is sent from one system into a stream of another: the people of the facilities with
 * the lowest draw. They enter the new stream as new people, with its sentence and designation.
 */
export function expulsionEvent(sim: Simulation, batch: number): void {
  const { fromGroup, toStream, persons } = sim.model.parameters.expulsions[batch]!;
  const chosen = lowestDraws(sim, fromGroup, persons, batch);
  for (const person of chosen) {
    const facility = sim.people.facility(person);
    sim.changeStock(facility, -1);
    sim.countFlow(sim.model.systemOf[facility]!, Flow.expulsionsOut);
    closeCaseOnExit(sim, person, false);
    vacate(sim, person);
    const number = sim.state.counters[Counter.expelled]!++;
    admit(sim, toStream, FIRST_EXPELLED + number, Flow.expulsionsIn);
  }
  sim.agenda.times[sim.processes.expulsions + batch] = Infinity;
  sim.agenda.changed(sim.processes.expulsions + batch);
}

function lowestDraws(sim: Simulation, group: number, count: number, batch: number): number[] {
  const { people, model, cell } = sim;
  const held = new Set(model.parameters.groups[group]!.facilities);
  const drawn: { readonly person: number; readonly draw: number }[] = [];
  const used = sim.state.counters[Counter.personsUsed]!;
  for (let person = 0; person < used; person++) {
    if (!people.has(person, Flag.gone) && held.has(people.facility(person))) {
      sim.draw(people.stream(person), people.index(person), Decision.expulsion, batch);
      drawn.push({ person, draw: cell[0]! });
    }
  }
  drawn.sort((a, b) => a.draw - b.draw || a.person - b.person);
  return drawn.slice(0, count).map((item) => item.person);
}
