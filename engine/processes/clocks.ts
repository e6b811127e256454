import { sampleInPlace } from "../distributions.ts";
import { Decision } from "../keyedRandom.ts";
import { Flag } from "../population.ts";
import {
  EXIT_DAY,
  INDEX,
  MOVES_MASK,
  MOVES_REGION,
  RECORD_DOUBLES,
  RECORD_WORDS,
  STREAM_FLAGS,
  STREAM_MASK,
} from "../record.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";

/**
 * Starts a person's clocks: release (`Clock.release`; Infinity for a life term) or death, whichever comes
 * first, and the first move. Death and moves are drawn from `Clock.from`: the day of entry, or day 0.
 */
export function startClocks(sim: Simulation, person: number): void {
  const { clock, words, tables } = sim;
  const stream = words[person * RECORD_WORDS + STREAM_FLAGS]! & STREAM_MASK;
  setExit(sim, person);
  clock[Clock.move] = Infinity;
  if (tables.movesAt[stream]! >= 0) {
    drawMoveGap(sim, person, 0);
    clock[Clock.move] = clock[Clock.from]! + sim.cell[0]!;
  }
  schedule(sim, person);
}

/** Sets the exit day: `Clock.release`, or the death if that comes first. */
function setExit(sim: Simulation, person: number): void {
  const { tables, cell, clock, words } = sim;
  const at = person * RECORD_WORDS;
  const stream = words[at + STREAM_FLAGS]! & STREAM_MASK;
  let exit = clock[Clock.release]!;
  const deaths = tables.deathsPerDay[stream]!;
  if (deaths > 0) {
    sim.draw(stream, words[at + INDEX]!, Decision.death, 0);
    const death = clock[Clock.from]! - Math.log(1 - cell[0]!) / deaths;
    if (death < exit) {
      sim.state.releases[person] = exit;
      exit = death;
      words[at + STREAM_FLAGS]! |= Flag.dies;
    }
  }
  sim.days[person * RECORD_DOUBLES + EXIT_DAY] = exit;
}

/**
 * Puts a person's next event on the queue: the move decided by the placement rule (`Clock.move`), the final
 * placement if that comes first, or the exit if nothing comes before it.
 */
export function schedule(sim: Simulation, person: number): void {
  const { days, words, clock } = sim;
  const at = person * RECORD_WORDS + STREAM_FLAGS;
  if ((words[at]! & Flag.finalPlaced) !== 0) {
    planFinalPlacement(sim, person);
  }
  const next = clock[Clock.move]!;
  const exit = days[person * RECORD_DOUBLES + EXIT_DAY]!;
  const { queue } = sim;
  if (next < exit) {
    words[at]! |= Flag.moves;
    queue.time[0] = next;
  } else {
    words[at]! &= ~Flag.moves;
    queue.time[0] = exit;
  }
  if (!queue.insert(person)) {
    words[at]! |= Flag.parked;
  }
}

/** Time from one move to the next (days), into the cell. */
export function drawMoveGap(sim: Simulation, person: number, occurrence: number): void {
  const { words, tables } = sim;
  const at = person * RECORD_WORDS;
  const stream = words[at + STREAM_FLAGS]! & STREAM_MASK;
  sim.draw(stream, words[at + INDEX]!, Decision.move, occurrence);
  sampleInPlace(tables.table, tables.movesAt[stream]!, sim.cell);
}

/** Counts a move of a person and draws the time to the next one, into the cell. */
export function drawNextMove(sim: Simulation, person: number): void {
  const occurrence = ++sim.words[person * RECORD_WORDS + MOVES_REGION]!;
  drawMoveGap(sim, person, occurrence & MOVES_MASK);
}

/** Whether a person of a stream is chosen for the final placement. */
export function drawFinalPlacement(
  sim: Simulation,
  stream: number,
  index: number,
  occurrence: number,
): boolean {
  const { tables, cell } = sim;
  if (tables.finalFacility[stream]! < 0) {
    return false;
  }
  sim.draw(stream, index, Decision.finalPlacement, occurrence);
  return cell[0]! < tables.finalShare[stream]!;
}

/** Days before release that the final placement begins, into the cell. */
export function drawFinalDays(sim: Simulation, stream: number, index: number): void {
  sim.draw(stream, index, Decision.finalPlacementDays, 0);
  sampleInPlace(sim.tables.table, sim.tables.finalDaysAt[stream]!, sim.cell);
}

/** Makes the final placement the next move if it comes first; it never begins before today. */
function planFinalPlacement(sim: Simulation, person: number): void {
  const { clock, people } = sim;
  findRelease(sim, person);
  drawFinalDays(sim, people.stream(person), people.index(person));
  const final = Math.max(clock[Clock.release]! - sim.cell[0]!, clock[Clock.now]!);
  if (final < clock[Clock.move]!) {
    clock[Clock.move] = final;
    people.mark(person, Flag.finalMove);
  }
}

/** Day on which a person's time to serve ends, also when death comes first; Infinity for a life term. */
export function releaseDay(sim: Simulation, person: number): number {
  findRelease(sim, person);
  return sim.clock[Clock.release]!;
}

/** The same, into `Clock.release`. */
function findRelease(sim: Simulation, person: number): void {
  const { people, state, clock } = sim;
  if (people.has(person, Flag.dies)) {
    clock[Clock.release] = state.releases[person]!;
  } else {
    clock[Clock.release] = people.exitDay(person);
  }
}
