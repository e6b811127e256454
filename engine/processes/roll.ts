import { Flag } from "../population.ts";
import type { Simulation } from "../simulation.ts";
import { Counter } from "../state.ts";

/**
 * The people inside who pass a test, in the order of a draw of each: it depends on who they are, not on where
 * their records stand. On a tie by stream, then number within the stream.
 *
 * @param decision and
 * @param occurrence key of the draw
 */
export function inDrawnOrder(
  sim: Simulation,
  decision: number,
  occurrence: number,
  wanted: (person: number) => boolean,
): number[] {
  const { people, cell } = sim;
  const persons: number[] = [];
  const draws: number[] = [];
  const used = sim.state.counters[Counter.personsUsed]!;
  for (let person = 0; person < used; person++) {
    if (!people.has(person, Flag.gone) && wanted(person)) {
      sim.draw(people.stream(person), people.index(person), decision, occurrence);
      persons.push(person);
      draws.push(cell[0]!);
    }
  }
  const byName = (a: number, b: number): number =>
    people.stream(a) - people.stream(b) || people.index(a) - people.index(b);
  const order = persons.map((_, at) => at);
  // A fraction that a comparison returns would be an allocation.
  order.sort((a, b) => {
    if (draws[a]! === draws[b]!) {
      return byName(persons[a]!, persons[b]!);
    }
    return draws[a]! < draws[b]! ? -1 : 1;
  });
  return order.map((at) => persons[at]!);
}
