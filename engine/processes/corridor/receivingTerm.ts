import { Decision } from "../../keyedRandom.ts";
import { Flag } from "../../population.ts";
import type { Simulation } from "../../simulation.ts";
import { drawForPerson } from "./draws.ts";

/**
 * Day on which the whole sentence ends in the receiving State: where it would have ended (continued enforcement), or,
 * where that State converts it, after a share of the time left. Never later; a life term has no end under either.
 */
export function receivingEnd(sim: Simulation, person: number, corridor: number): number {
  const { conversion } = sim.tables.corridors[corridor]!.values.arrival;
  const end = sim.people.sentenceEndDay(person);
  if (conversion === null || sim.people.has(person, Flag.life)) {
    return end;
  }
  const now = sim.clock[0]!;
  return now + conversion.share * (end - now);
}

/**
 * Day of release there: the end, or earlier on conditional release after a share of the whole term, which the offence
 * may exclude; never later, and never before the arrival.
 */
export function receivingRelease(sim: Simulation, person: number, corridor: number, end: number): number {
  const { people, tables, cell } = sim;
  const { atShare, probability, excludedOffences } =
    tables.corridors[corridor]!.values.arrival.conditionalRelease;
  const stream = people.stream(person);
  drawForPerson(sim, person, corridor, Decision.conditionalRelease, 0);
  const isExcluded =
    people.has(person, Flag.life) || excludedOffences.includes(sim.model.parameters.streams[stream]!.offence);
  if (isExcluded || cell[0]! >= probability) {
    return end;
  }
  const start = people.enteredDay(person) - tables.creditDays[stream]!;
  return Math.max(sim.clock[0]!, start + atShare * (end - start));
}
