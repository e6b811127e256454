import { Decision } from "../keyedRandom.ts";
import { Flow, type Simulation } from "../simulation.ts";
import { Clock, Counter } from "../state.ts";
import { vacate } from "./corridor/arrival.ts";
import { closeCaseOnExit } from "./corridor/closing.ts";
import { admit } from "./entry.ts";
import { leave } from "./places.ts";
import { inDrawnOrder } from "./roll.ts";

/** Expelled people have numbers of their own within the stream that they join. */
const FIRST_EXPELLED = 0x40000000;

/**
 * A dated batch of people is sent from one system into a stream of another: the people of the facilities with
 * the lowest draw. They enter the new stream as new people of the same age, with its sentence and designation.
 */
export function expulsionEvent(sim: Simulation, batch: number): void {
  const { fromGroup, toStream, persons } = sim.model.parameters.expulsions[batch]!;
  const held = new Set(sim.model.parameters.groups[fromGroup]!.facilities);
  const people = inDrawnOrder(sim, Decision.expulsion, batch, held);
  for (let i = 0; i < people.length && i < persons; i++) {
    const person = people[i]!;
    const facility = sim.people.facility(person);
    sim.clock[Clock.born] = sim.people.birthDay(person);
    leave(sim, person);
    sim.countFlow(sim.model.systemOf[facility]!, Flow.expulsionsOut);
    closeCaseOnExit(sim, person, false);
    vacate(sim, person);
    const number = sim.state.counters[Counter.expelled]!++;
    admit(sim, toStream, FIRST_EXPELLED + number, Flow.expulsionsIn);
  }
  sim.clock[Clock.born] = Number.NaN;
  sim.agenda.times[sim.processes.expulsions + batch] = Infinity;
  sim.agenda.changed(sim.processes.expulsions + batch);
}
