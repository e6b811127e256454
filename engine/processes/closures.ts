import { Decision } from "../keyedRandom.ts";
import { Flag } from "../population.ts";
import { GROUP_SHIFT, MOVES_MASK, MOVES_REGION, PLACE, RECORD_WORDS } from "../record.ts";
import { Flow, type Simulation } from "../simulation.ts";
import { designate } from "./designation.ts";
import { relocate } from "./places.ts";
import { inDrawnOrder } from "./roll.ts";

/**
 * Facilities have closed: everybody in them is placed anew, in their own group and by the rule, in an order that
 * is drawn. Clocks go on, and so does a case in a corridor. Who was in the final placement stays inside from now
 * on.
 *
 * @throws {RangeError} if a person's group has no open facility in the same system
 */
export function emptyFacilities(sim: Simulation, closed: ReadonlySet<number>): void {
  const { people, words } = sim;
  const day = Math.floor(sim.clock[0]!);
  const persons = inDrawnOrder(sim, Decision.closureOrder, day, closed);
  for (let i = 0; i < persons.length; i++) {
    const person = persons[i]!;
    const at = person * RECORD_WORDS;
    const group = words[at + PLACE]! >>> GROUP_SHIFT;
    const facility = people.facility(person);
    const system = sim.model.systemOf[facility]!;
    if (sim.model.parameters.groups[group]!.system !== system) {
      const { id } = sim.model.parameters.facilities[facility]!;
      throw new RangeError(`closing ${id} requires that the people in it belong to a group of its system`);
    }
    const placed = ++words[at + MOVES_REGION]! & MOVES_MASK;
    const region = people.homeRegion(person);
    relocate(sim, person, designate(sim, group, people.stream(person), people.index(person), region, placed));
    people.unmark(person, Flag.finalBegun);
    sim.countFlow(system, Flow.closureMoves);
  }
}
