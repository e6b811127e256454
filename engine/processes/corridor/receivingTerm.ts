import { Decision } from "../../keyedRandom.ts";
import { Flag } from "../../population.ts";
import type { Simulation } from "../../simulation.ts";
import { Clock } from "../../state.ts";
import { drawForPerson } from "./draws.ts";

/**
 * Finds the day on which the whole sentence ends in the receiving State, into `cell[1]`, and the day of release there,
 * into `Clock.release`: the end, or earlier on conditional release after a share of the whole term, which the offence
 * may exclude; never later, and never before the arrival.
 */
export function findReceivingTerm(sim: Simulation, person: number, corridor: number): void {
  const { people, tables, cell, clock } = sim;
  const { atShare, probability, excludedOffences } =
    tables.corridors[corridor]!.values.arrival.conditionalRelease;
  const stream = people.stream(person);
  findEnd(sim, person, corridor);
  clock[Clock.release] = cell[1]!;
  drawForPerson(sim, person, corridor, Decision.conditionalRelease, 0);
  const isExcluded =
    people.has(person, Flag.life) || excludedOffences.includes(sim.model.parameters.streams[stream]!.offence);
  if (!isExcluded && cell[0]! < probability) {
    const start = people.enteredDay(person) - tables.creditDays[stream]!;
    clock[Clock.release] = Math.max(clock[Clock.now]!, start + atShare * (cell[1]! - start));
  }
}

/**
 * Where the sentence would have ended (continued enforcement), or, where the receiving State converts it, after a share
 * of the time left. Never later; a life term has no end under either.
 */
function findEnd(sim: Simulation, person: number, corridor: number): void {
  const { people, cell, clock } = sim;
  const { conversion } = sim.tables.corridors[corridor]!.values.arrival;
  cell[1] = people.sentenceEndDay(person);
  if (conversion !== null && !people.has(person, Flag.life)) {
    cell[1] = clock[Clock.now]! + conversion.share * (cell[1]! - clock[Clock.now]!);
  }
}
