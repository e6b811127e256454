import { sampleInPlace } from "../distributions.ts";
import { Decision } from "../keyedRandom.ts";
import { Flag } from "../population.ts";
import {
  CREDIT_DAYS,
  EXIT_DAY,
  FINAL_DAYS,
  INDEX,
  MOVES_MASK,
  MOVES_REGION,
  PLAN_DOUBLES,
  RECORD_DOUBLES,
  RECORD_WORDS,
  RELEASE_DAY,
  STREAM_FLAGS,
  STREAM_MASK,
} from "../record.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";
import { drawDeath, setBirth } from "./deaths.ts";
import { planReclassification } from "./reclassification.ts";

/**
 * Starts a person's clocks: release (`Clock.release`; Infinity for a life term) or death, whichever comes
 * first, and the first move. Death and moves are drawn from `Clock.from`: the day of entry, or day 0.
 */
export function startClocks(sim: Simulation, person: number): void {
  if (sim.model.hasAges) {
    setBirth(sim, person);
  }
  setExit(sim, person);
  sim.clock[Clock.move] = Infinity;
  if (!sim.people.has(person, Flag.finalBegun)) {
    planMove(sim, person);
  }
  schedule(sim, person);
}

function setExit(sim: Simulation, person: number): void {
  const { tables, cell, words } = sim;
  const stream = words[person * RECORD_WORDS + STREAM_FLAGS]! & STREAM_MASK;
  cell[0] = Infinity;
  if (tables.deathsPerDay[stream]! > 0 || tables.mortalityAt[stream]! >= 0) {
    drawDeath(sim, person, tables, 0);
  }
  exitAt(sim, person);
}

/** Sets the exit day: `Clock.release`, or the death in the cell if that comes first. */
export function exitAt(sim: Simulation, person: number): void {
  const { cell, clock, words } = sim;
  let exit = clock[Clock.release]!;
  if (cell[0]! < exit) {
    sim.plans[person * PLAN_DOUBLES + RELEASE_DAY] = exit;
    exit = cell[0]!;
    words[person * RECORD_WORDS + STREAM_FLAGS]! |= Flag.dies;
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

/**
 * Sets the next move (`Clock.move`): the one decided by the rule, or a change of group if that comes first. There is
 * none for people in the final placement.
 */
export function planMove(sim: Simulation, person: number): void {
  const { words, tables, clock, cell } = sim;
  const at = person * RECORD_WORDS;
  const stream = words[at + STREAM_FLAGS]! & STREAM_MASK;
  clock[Clock.move] = Infinity;
  if (tables.movesAt[stream]! >= 0) {
    sim.draw(stream, words[at + INDEX]!, Decision.move, words[at + MOVES_REGION]! & MOVES_MASK);
    sampleInPlace(tables.table, tables.movesAt[stream]!, cell);
    clock[Clock.move] = clock[Clock.now]! + cell[0]!;
  }
  if (sim.reclassifies) {
    planReclassification(sim, person);
  }
}

/**
 * Makes the final placement the next move if it comes first; it never begins before today. Where nobody could be placed
 * before the move, the plan is not read: it is seldom in the cache.
 */
function planFinalPlacement(sim: Simulation, person: number): void {
  const { clock, people, plans } = sim;
  if (clock[Clock.move]! < sim.days[person * RECORD_DOUBLES + EXIT_DAY]! - clock[Clock.mostFinalDays]!) {
    return;
  }
  const at = person * PLAN_DOUBLES;
  findRelease(sim, person);
  const days = plans[at + FINAL_DAYS]! + plans[at + CREDIT_DAYS]!;
  const final = Math.max(clock[Clock.release]! - days, clock[Clock.now]!);
  if (final < clock[Clock.move]!) {
    clock[Clock.move] = final;
    people.mark(person, Flag.finalMove);
  }
}

/**
 * Day on which a person's time to serve ends, also when death comes first, into `Clock.release`; Infinity for a life
 * term.
 */
export function findRelease(sim: Simulation, person: number): void {
  const { people, plans, clock } = sim;
  if (people.has(person, Flag.dies)) {
    clock[Clock.release] = plans[person * PLAN_DOUBLES + RELEASE_DAY]!;
  } else {
    clock[Clock.release] = people.exitDay(person);
  }
}
