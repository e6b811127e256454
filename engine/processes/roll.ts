import { Flag } from "../population.ts";
import type { Simulation } from "../simulation.ts";
import { Counter } from "../state.ts";

/**
 * The people inside who pass a test, in the order of a draw of each: it depends on who they are, not on where
 * their records stand. On a tie by stream, then number within the stream. The list holds until the next one.
 *
 * @param decision and
 * @param occurrence key of the draw
 */
export function inDrawnOrder(
  sim: Simulation,
  decision: number,
  occurrence: number,
  wanted: (person: number) => boolean,
): Int32Array {
  const { people, cell } = sim;
  const { order } = sim.state;
  const used = sim.state.counters[Counter.personsUsed]!;
  order.clear();
  for (let person = 0; person < used; person++) {
    if (!people.has(person, Flag.gone) && wanted(person)) {
      sim.draw(people.stream(person), people.index(person), decision, occurrence);
      order.add(person, cell);
    }
  }
  return order.sorted((a, b) => {
    const byStream = people.stream(a) - people.stream(b);
    return byStream < 0 || (byStream === 0 && people.index(a) < people.index(b));
  });
}
