import { sampleInPlace } from "../distributions.ts";
import { Decision } from "../keyedRandom.ts";
import { Flag } from "../population.ts";
import { MOVES, RECORD_WORDS } from "../record.ts";
import type { Simulation } from "../simulation.ts";

/**
 * Starts a person's clocks: release or death, whichever comes first, and the first move.
 *
 * @param release day of release; Infinity for a life term
 * @param from day from which death and moves are drawn: the day of entry, or day 0
 */
export function startClocks(sim: Simulation, person: number, release: number, from: number): void {
  setExit(sim, person, release, from);
  let move = Infinity;
  if (sim.tables.movesAt[sim.people.stream(person)]! >= 0) {
    drawMoveGap(sim, person, 0);
    move = from + sim.cell[0]!;
  }
  schedule(sim, person, move);
}

/** Sets the exit day: the release, or the death if that comes first. */
export function setExit(sim: Simulation, person: number, release: number, from: number): void {
  const { tables, people, cell } = sim;
  const stream = people.stream(person);
  let exit = release;
  const deaths = tables.deathsPerDay[stream]!;
  if (deaths > 0) {
    sim.draw(stream, people.index(person), Decision.death, 0);
    const death = from - Math.log(1 - cell[0]!) / deaths;
    if (death < release) {
      exit = death;
      people.mark(person, Flag.dies);
    }
  }
  people.setExitDay(person, exit);
}

/**
 * Puts a person's next event on the queue: the move given, the final placement if that comes first, or the
 * exit if nothing comes before it.
 *
 * @param move day of the next move decided by the placement rule; Infinity for none
 */
export function schedule(sim: Simulation, person: number, move: number): void {
  const { people, queue } = sim;
  let next = move;
  if (people.has(person, Flag.finalPlaced)) {
    const final = finalPlacementDay(sim, person);
    if (final < next) {
      next = final;
      people.mark(person, Flag.finalMove);
    }
  }
  const exit = people.exitDay(person);
  if (next < exit) {
    people.mark(person, Flag.moves);
    queue.setTime(person, next);
  } else {
    people.unmark(person, Flag.moves);
    queue.setTime(person, exit);
  }
  queue.insert(person);
}

/** Time from one move to the next (days), into the cell. */
export function drawMoveGap(sim: Simulation, person: number, occurrence: number): void {
  const { people, tables } = sim;
  const stream = people.stream(person);
  sim.draw(stream, people.index(person), Decision.move, occurrence);
  sampleInPlace(tables.table, tables.movesAt[stream]!, sim.cell);
}

/** Counts a move of a person and draws the time to the next one, into the cell. */
export function drawNextMove(sim: Simulation, person: number): void {
  const occurrence = ++sim.people.words[person * RECORD_WORDS + MOVES]!;
  drawMoveGap(sim, person, occurrence);
}

/** Whether a person of a stream is chosen for the final placement. */
export function drawFinalPlacement(sim: Simulation, stream: number, index: number): boolean {
  const { tables, cell } = sim;
  if (tables.finalFacility[stream]! < 0) {
    return false;
  }
  sim.draw(stream, index, Decision.finalPlacement, 0);
  return cell[0]! < tables.finalShare[stream]!;
}

/** Days before release that the final placement begins, into the cell. */
export function drawFinalDays(sim: Simulation, stream: number, index: number): void {
  sim.draw(stream, index, Decision.finalPlacementDays, 0);
  sampleInPlace(sim.tables.table, sim.tables.finalDaysAt[stream]!, sim.cell);
}

/** Day on which a person's final placement begins: never before today. */
function finalPlacementDay(sim: Simulation, person: number): number {
  drawFinalDays(sim, sim.people.stream(person), sim.people.index(person));
  return Math.max(releaseDay(sim, person) - sim.cell[0]!, sim.clock[0]!);
}

/** Day on which a person's time to serve ends, also when death comes first; Infinity for a life term. */
export function releaseDay(sim: Simulation, person: number): number {
  const { people, tables } = sim;
  if (!people.has(person, Flag.dies)) {
    return people.exitDay(person);
  }
  const end = people.sentenceEndDay(person);
  if (people.has(person, Flag.life | Flag.transferred)) {
    return end;
  }
  const stream = people.stream(person);
  const entered = people.enteredDay(person);
  const credit = tables.creditDays[stream]!;
  const imposed = end - entered + credit;
  return entered + Math.max(tables.minimumDays[stream]!, tables.servedShare[stream]! * imposed - credit);
}
