import { sampleInPlace } from "../distributions.ts";
import { Decision } from "../keyedRandom.ts";
import { choose } from "../model.ts";
import { Flag } from "../population.ts";
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
import { Clock } from "../state.ts";
import { drawFinalDays, drawFinalPlacement, startClocks } from "./clocks.ts";
import { openCases } from "./corridor/request.ts";
import { designate, NO_REGION } from "./designation.ts";

/**
 * A new person of a stream enters now: designated by level and rule, sentenced, and with all clocks set.
 *
 * @param stream of the person
 * @param index number within the stream
 * @param flow under which the entry is counted
 */
export function admit(sim: Simulation, stream: number, index: number, flow: number): void {
  const { tables, people, cell } = sim;
  sim.draw(stream, index, Decision.designation, 0);
  const group = choose(tables.designation, stream, cell);
  const region = drawHomeRegion(sim, stream, index);
  const person = settle(sim, stream, index, group, designate(sim, group, region), region);
  const { clock } = sim;
  clock[Clock.from] = clock[Clock.now]!;
  sentence(sim, person, stream, index);
  if (drawFinalPlacement(sim, stream, index, 0)) {
    drawFinalDays(sim, stream, index);
    if (clock[Clock.now]! + cell[0]! < clock[Clock.release]!) {
      people.mark(person, Flag.finalPlaced);
    }
  }
  sim.countFlow(sim.model.streamSystem[stream]!, flow);
  startClocks(sim, person);
  openCases(sim, person);
}

/** Home region of a person, or {@link NO_REGION} where no rule asks for it. */
export function drawHomeRegion(sim: Simulation, stream: number, index: number): number {
  const { tables, cell } = sim;
  if (tables.regionFirstBelow[sim.model.streamSystem[stream]!]! < 0) {
    return NO_REGION;
  }
  sim.draw(stream, index, Decision.homeRegion, 0);
  const region = choose(tables.homeRegion, stream, cell);
  return region < 0 ? NO_REGION : region;
}

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
  return person;
}

/** Draws the sentence of a person who is admitted now, and with it the release day (`Clock.release`). */
function sentence(sim: Simulation, person: number, stream: number, index: number): void {
  const { tables, people, cell, clock, state } = sim;
  const { sentences } = state;
  const now = clock[Clock.now]!;
  sentences[2 * person] = now;
  if (tables.lifeShare[stream]! > 0) {
    sim.draw(stream, index, Decision.life, 0);
    if (cell[0]! < tables.lifeShare[stream]!) {
      people.mark(person, Flag.life);
      sentences[2 * person + 1] = Infinity;
      clock[Clock.release] = Infinity;
      return;
    }
  }
  sim.draw(stream, index, Decision.sentence, 0);
  sampleInPlace(tables.table, tables.sentenceAt[stream]!, cell);
  const imposed = cell[0]!;
  const credit = tables.creditDays[stream]!;
  const served = Math.max(tables.minimumDays[stream]!, tables.servedShare[stream]! * imposed - credit);
  sentences[2 * person + 1] = now + Math.max(imposed - credit, served);
  clock[Clock.release] = now + served;
}
