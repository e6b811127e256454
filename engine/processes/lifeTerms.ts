import { sampleInPlace } from "../distributions.ts";
import { Decision } from "../keyedRandom.ts";
import { lifeLeftInPlace } from "../mortality.ts";
import { Flag } from "../population.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";

/** Longest time that a life term has lasted by day 0: 60 years. */
const MOST_ELAPSED_DAYS = 21_915;
const MOST_TRIES = 1000;

/**
 * A person of day 0 who serves a life term. Where deaths go by age, the term began as long ago as it would have in a
 * stationary stream: age at entry, day of death and time elapsed are drawn until the person is alive on day 0. Where
 * they do not, nothing hangs on it, and the term begins on day 0 as far as is known.
 */
export function startLifeTerm(sim: Simulation, person: number): void {
  const { people, clock, tables, cell } = sim;
  const stream = people.stream(person);
  people.mark(person, Flag.life);
  clock[Clock.release] = Infinity;
  cell[0] = 0;
  if (tables.mortalityAt[stream]! >= 0) {
    drawElapsed(sim, stream, people.index(person));
  }
  cell[0] = -cell[0]!;
  cell[1] = Infinity;
  cell[2] = Infinity;
  people.setSentence(person, cell);
}

/** Days served on day 0, into the cell; the day of birth into `Clock.born`. */
function drawElapsed(sim: Simulation, stream: number, index: number): void {
  const { cell, clock, tables } = sim;
  let elapsed = 0;
  for (let i = 0; i < MOST_TRIES; i++) {
    sim.draw(stream, index, Decision.elapsed, i);
    elapsed = cell[0]! * MOST_ELAPSED_DAYS;
    sim.draw(stream, index, Decision.ageAtEntry, i);
    sampleInPlace(tables.table, tables.ageAt[stream]!, cell);
    const age = cell[0]!;
    clock[Clock.born] = -elapsed - age;
    sim.draw(stream, index, Decision.survival, i);
    cell[0] = -Math.log(1 - cell[0]!);
    cell[1] = age;
    lifeLeftInPlace(tables.table, tables.mortalityAt[stream]!, cell);
    if (cell[0]! > elapsed) {
      break;
    }
  }
  cell[0] = elapsed;
}
