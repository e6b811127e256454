import { Flag } from "../population.ts";
import { FACILITY_MASK, PLACE, RECORD_WORDS, STREAM_FLAGS } from "../record.ts";
import type { Simulation } from "../simulation.ts";
import { Counter } from "../state.ts";

/**
 * The people in some facilities who pass a test, in the order of a draw of each: it depends on who they are, not on
 * where their records stand. On a tie by stream, then number within the stream. The list holds until the next one.
 *
 * @param decision and
 * @param occurrence key of the draw
 */
export function inDrawnOrder(
  sim: Simulation,
  decision: number,
  occurrence: number,
  facilities: ReadonlySet<number>,
  wanted: (person: number) => boolean = always,
): Int32Array {
  const { people, cell, words } = sim;
  const { order } = sim.state;
  const used = sim.state.counters[Counter.personsUsed]!;
  const isWanted = Uint8Array.from(sim.model.parameters.facilities, (_, f) => (facilities.has(f) ? 1 : 0));
  order.clear();
  for (let person = 0; person < used; person++) {
    const at = person * RECORD_WORDS;
    if (
      isWanted[words[at + PLACE]! & FACILITY_MASK] === 1 &&
      (words[at + STREAM_FLAGS]! & Flag.gone) === 0 &&
      wanted(person)
    ) {
      sim.draw(people.stream(person), people.index(person), decision, occurrence);
      order.add(person, cell);
    }
  }
  return order.sorted((a, b) => {
    const byStream = people.stream(a) - people.stream(b);
    return byStream < 0 || (byStream === 0 && people.index(a) < people.index(b));
  });
}

function always(): boolean {
  return true;
}
