import { removePending } from "../calendarRemoval.ts";
import { Decision } from "../keyedRandom.ts";
import type { RegimeTables } from "../model.ts";
import { EARNED_SHIFT, Flag } from "../population.ts";
import {
  CREDIT_DAYS,
  FINAL_DAYS,
  MOVES_REGION,
  PLAN_DOUBLES,
  RECORD_WORDS,
  STREAM_FLAGS,
} from "../record.ts";
import { type ReductionColumns, serveInPlace } from "../servingTable.ts";
import type { Simulation } from "../simulation.ts";
import { Clock, Counter } from "../state.ts";
import { exitAt, findRelease, planMove, schedule } from "./clocks.ts";
import { drawDeath } from "./deaths.ts";
import { noteFinalDays } from "./finalDays.ts";

/**
 * Reductions have changed for some streams: everybody inside with a sentence of one of these streams is released
 * when the new reductions say, but not before now. Share, credit and minimum stay those of the day of entry, and so
 * does the day of death. Who is in the final placement, waits for it or is near it stays so.
 */
export function applyNewReductions(sim: Simulation): void {
  const { people, words, clock } = sim;
  const changed = sim.tables.newReductions;
  if (!changed.includes(1)) {
    return;
  }
  const barred = Flag.gone | Flag.transferred | Flag.life;
  const concerned = (slot: number): boolean =>
    slot < sim.state.shape.persons &&
    (words[slot * RECORD_WORDS + STREAM_FLAGS]! & barred) === 0 &&
    changed[people.stream(slot)] === 1 &&
    people.imposedDays(slot) >= 0;
  const { order } = sim.state;
  removePending(sim.state, concerned, order);
  for (let i = 0; i < order.length; i++) {
    clock[Clock.move] = order.keys[i]!;
    serveAnew(sim, order.items[i]!);
  }
  const used = sim.counters[Counter.personsUsed]!;
  for (let person = 0; person < used; person++) {
    if (concerned(person) && people.has(person, Flag.parked)) {
      clock[Clock.move] = Infinity;
      serveAnew(sim, person);
    }
  }
}

/** Gives a person a new release day, and a next event instead of the one that was pending at `Clock.move`. */
function serveAnew(sim: Simulation, person: number): void {
  const { people, clock, cell } = sim;
  const stream = people.stream(person);
  const entered = people.enteredDay(person);
  const imposed = people.imposedDays(person);
  const onEntry = tablesOn(sim, entered);
  const earned = earnedNow(sim, person);
  cell[0] = imposed;
  serveInPlace(onEntry, stream, earned, cell, sim.tables.reductions);
  const release = Math.max(clock[Clock.now]!, entered + cell[0]!);
  sim.plans[person * PLAN_DOUBLES + CREDIT_DAYS] = cell[1]!;
  noteFinalDays(sim, person);
  cell[0] = entered;
  cell[1] = Math.max(entered + imposed - onEntry.creditDays[stream]!, release);
  cell[2] = imposed;
  people.setSentence(person, cell);
  const before = people.exitDay(person);
  people.unmark(person, Flag.dies);
  clock[Clock.from] = Math.max(0, entered);
  drawDeath(sim, person, onEntry, 0);
  clock[Clock.release] = release;
  exitAt(sim, person);
  planAnew(sim, person, people.exitDay(person) > before);
}

/**
 * The next event: a move that was pending stays so; where only more time has come, moves begin anew; in the final
 * placement there are none.
 *
 * @param staysLonger whether the exit comes later than before
 */
function planAnew(sim: Simulation, person: number, staysLonger: boolean): void {
  const { people, clock, words } = sim;
  const moving = people.has(person, Flag.moves);
  const final = people.has(person, Flag.finalMove);
  people.unmark(person, Flag.finalMove | Flag.parked);
  if (people.has(person, Flag.finalBegun)) {
    clock[Clock.move] = Infinity;
  } else if (!moving || final) {
    const beginsAnew = moving ? isPlacedLater(sim, person) : staysLonger;
    clock[Clock.move] = Infinity;
    if (beginsAnew) {
      words[person * RECORD_WORDS + MOVES_REGION]!++;
      planMove(sim, person);
    }
  }
  schedule(sim, person);
}

/** Whether a person may be placed later than at `Clock.move`, or not at all any more. */
function isPlacedLater(sim: Simulation, person: number): boolean {
  const { plans, clock } = sim;
  const at = person * PLAN_DOUBLES;
  if (!sim.people.has(person, Flag.finalPlaced)) {
    return clock[Clock.move]! < Infinity;
  }
  findRelease(sim, person);
  const days = plans[at + FINAL_DAYS]! + plans[at + CREDIT_DAYS]!;
  return clock[Clock.release]! - days > clock[Clock.move]!;
}

/** Tables of the regime in which a person entered; of the first one for the people of day 0. */
function tablesOn(sim: Simulation, day: number): RegimeTables {
  const { regimes } = sim.model;
  let at = 0;
  while (at + 1 < regimes.length && regimes[at + 1]!.regime.fromDay <= day) {
    at++;
  }
  return regimes[at]!;
}

/**
 * Set of reductions that a person earns under the regime in force. The same uniform decides as on entry. For the
 * people of day 0, who earn reductions less often than admissions do, it is known only whether it was below the
 * share of day 0: their draw is its place on that side.
 */
export function earnedNow(sim: Simulation, person: number): number {
  const { people, cell, tables, model } = sim;
  const stream = people.stream(person);
  const index = people.index(person);
  const { starts, keys, share } = tables.reductions;
  const first = model.regimes[0]!.reductions;
  const atStart = sim.words[person * RECORD_WORDS + STREAM_FLAGS]! >>> EARNED_SHIFT;
  const start = starts[stream]!;
  const end = starts[stream + 1]!;
  let earned = 0;
  for (let i = start; i < end; i++) {
    sim.draw(stream, index, Decision.reduction, keys[i]!);
    const before = index < 0 ? reductionOf(first, stream, keys[i]!) : -1;
    if (before >= 0) {
      const limit = first.share[before]!;
      if ((atStart & (1 << (before - first.starts[stream]!))) !== 0) {
        cell[0] = limit * cell[0]!;
      } else {
        cell[0] = limit + (1 - limit) * cell[0]!;
      }
    }
    if (cell[0]! < share[i]!) {
      earned |= 1 << (i - start);
    }
  }
  return earned;
}

/** Place of the reduction of a key among those of a stream, or -1. */
function reductionOf({ starts, keys }: ReductionColumns, stream: number, key: number): number {
  const at = keys.indexOf(key, starts[stream]);
  return at < starts[stream + 1]! ? at : -1;
}
