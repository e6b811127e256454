import { Decision } from "../keyedRandom.ts";
import { Flag } from "../population.ts";
import {
  GROUP_SHIFT,
  INDEX,
  MOVES_MASK,
  MOVES_REGION,
  PLACE,
  RECORD_WORDS,
  REGION_SHIFT,
  STREAM_FLAGS,
  STREAM_MASK,
} from "../record.ts";
import { Flow, type Simulation } from "../simulation.ts";
import { Clock, Counter } from "../state.ts";
import { designate } from "./designation.ts";
import { drawChoice } from "./drawChoice.ts";
import { regroup, relocate } from "./places.ts";

/**
 * Makes a change of group the pending move of a person (`Clock.move`) if it comes before that. Its hazard is
 * constant between changes of regime, so the time at which it has added up to an exponential draw of mean 1 is
 * known at once; the regimes to come count with their own hazards, and change nothing before they begin.
 */
export function planReclassification(sim: Simulation, person: number): void {
  const { words, clock, cell } = sim;
  const at = person * RECORD_WORDS;
  const stream = words[at + STREAM_FLAGS]! & STREAM_MASK;
  words[at + STREAM_FLAGS]! &= ~Flag.reclassified;
  const row = stream * sim.groupRule.length + (words[at + PLACE]! >>> GROUP_SHIFT);
  if (sim.model.reclassifies[row] === 0) {
    return;
  }
  const occurrence = words[at + MOVES_REGION]! & MOVES_MASK;
  sim.draw(stream, words[at + INDEX]!, Decision.reclassification, occurrence);
  cell[0] = -Math.log(1 - cell[0]!);
  findDay(sim, row);
  if (cell[0]! < clock[Clock.move]!) {
    clock[Clock.move] = cell[0]!;
    words[at + STREAM_FLAGS]! |= Flag.reclassified;
  }
}

/**
 * Day on which the hazard of a row adds up to the exposure in the cell from now on, into the cell; or Infinity.
 * Regimes with the same hazard count as one: a regime that changes nothing changes no bit.
 */
function findDay(sim: Simulation, row: number): void {
  const { cell, clock, model } = sim;
  const { regimes, reclassifies } = model;
  let left = cell[0]!;
  let day = clock[Clock.now]!;
  let at = sim.counters[Counter.regime]!;
  while (at < regimes.length) {
    const perDay = regimes[at]!.reclassification.perDay[row]!;
    at = sim.nextOtherHazard[at * reclassifies.length + row]!;
    let end = Infinity;
    if (at < regimes.length) {
      end = regimes[at]!.regime.fromDay;
    }
    if (perDay > 0) {
      const exposure = perDay * (end - day);
      if (left < exposure) {
        cell[0] = day + left / perDay;
        return;
      }
      left -= exposure;
    }
    day = end;
  }
  cell[0] = Infinity;
}

/** A person's level, or need of a place of another function, changes: the rule finds a place in the new group. */
export function reclassify(sim: Simulation, person: number): void {
  const { words, tables } = sim;
  const at = person * RECORD_WORDS;
  const stream = words[at + STREAM_FLAGS]! & STREAM_MASK;
  const index = words[at + INDEX]!;
  const before = words[at + PLACE]! >>> GROUP_SHIFT;
  const placed = words[at + MOVES_REGION]! & MOVES_MASK;
  const row = stream * sim.groupRule.length + before;
  const { to } = tables.reclassification;
  const group = drawChoice(sim, to, row, stream, index, Decision.newGroup, placed - 1);
  if (group < 0) {
    return;
  }
  regroup(sim, person, group);
  sim.countFlow(sim.model.parameters.groups[group]!.system, Flow.reclassifications);
  const region = words[at + MOVES_REGION]! >>> REGION_SHIFT;
  relocate(sim, person, designate(sim, group, stream, index, region, placed));
}
