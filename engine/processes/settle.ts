import {
  CASE,
  GROUP_SHIFT,
  INDEX,
  MOVES_REGION,
  PLACE,
  RECORD_WORDS,
  REGION_SHIFT,
  STREAM_FLAGS,
} from "../record.ts";
import type { Simulation } from "../simulation.ts";

/** Takes a slot for a person and puts the person into a facility. */
export function settle(
  sim: Simulation,
  stream: number,
  index: number,
  group: number,
  facility: number,
  region: number,
): number {
  const { people } = sim;
  const person = people.allocate();
  const at = person * RECORD_WORDS;
  const words = people.words;
  words[at + PLACE] = facility | (group << GROUP_SHIFT);
  words[at + INDEX] = index;
  words[at + STREAM_FLAGS] = stream;
  words[at + CASE] = -1;
  words[at + MOVES_REGION] = region << REGION_SHIFT;
  sim.changeStock(facility, 1);
  sim.changeLevel(facility, group, 1);
  sim.changeStream(stream, 1);
  return person;
}
