import { choose } from "../../choice.ts";
import { Decision } from "../../keyedRandom.ts";
import { changeTransferees } from "../../observers/transferees.ts";
import { Flag } from "../../population.ts";
import {
  CASE,
  GROUP_SHIFT,
  INDEX,
  MOVES_MASK,
  MOVES_REGION,
  PLACE,
  RECORD_WORDS,
  STREAM_FLAGS,
} from "../../record.ts";
import { CORRIDOR_SUMS } from "../../result.ts";
import { Flow, Funnel, type Simulation } from "../../simulation.ts";
import { Clock } from "../../state.ts";
import { exitAt, findRelease, schedule } from "../clocks.ts";
import { drawDeath } from "../deaths.ts";
import { designate } from "../designation.ts";
import { leave } from "../places.ts";
import { drawForPerson } from "./draws.ts";
import { planHomeMove } from "./homeMove.ts";
import { findReceivingTerm } from "./receivingTerm.ts";

/**
 * One person leaves the sending facility and enters the receiving one at the same instant; the days since the request
 * are in the cell.
 */
export function handOver(sim: Simulation, person: number, corridor: number): void {
  const { model, state, clock, cell } = sim;
  const { from, to } = model.parameters.corridors[corridor]!;
  const sums = corridor * CORRIDOR_SUMS.length;
  sim.countFunnel(corridor, Funnel.handedOver);
  sim.countFlow(from, Flow.transfersOut);
  findRelease(sim, person);
  state.corridorSums[sums]! += clock[Clock.release]! - clock[Clock.now]!;
  state.corridorSums[sums + 2]! += cell[0]!;
  leave(sim, person);
  if (to >= 0) {
    arrive(sim, person, corridor, to);
  }
  vacate(sim, person);
}

/**
 * The record that a person leaves behind when going elsewhere: it waits for its pending event, if it has one,
 * because an event cannot be taken off the queue.
 */
export function vacate(sim: Simulation, person: number): void {
  if (sim.people.has(person, Flag.parked)) {
    sim.people.free(person);
  } else {
    sim.people.mark(person, Flag.gone);
  }
}

/** Makes the person's record in the receiving system. */
function arrive(sim: Simulation, person: number, corridor: number, system: number): void {
  const { people, tables, cell, words, state, clock } = sim;
  const before = person * RECORD_WORDS;
  drawForPerson(sim, person, corridor, Decision.arrival, 0);
  const chosen = choose(tables.corridors[corridor]!.arrival, 0, cell);
  const home = sim.model.homeGroup[chosen]!;
  const group = home >= 0 ? home : words[before + PLACE]! >>> GROUP_SHIFT;
  const placed = ++words[before + MOVES_REGION]!;
  const facility = sim.placement.isOpen(chosen) ? chosen : placeElsewhere(sim, person, home);
  findReceivingTerm(sim, person, corridor);
  state.corridorSums[corridor * CORRIDOR_SUMS.length + 1]! += clock[Clock.release]! - clock[Clock.now]!;
  const arrival = people.allocate();
  const at = arrival * RECORD_WORDS;
  people.setPlace(arrival, facility, group);
  words[at + INDEX] = words[before + INDEX]!;
  words[at + STREAM_FLAGS] = people.stream(person) | Flag.transferred;
  words[at + CASE] = -1;
  words[at + MOVES_REGION] = placed;
  cell[0] = people.enteredDay(person);
  cell[2] = people.imposedDays(person);
  people.setSentence(arrival, cell);
  sim.people.setBirthDay(arrival, sim.people.birthDay(person));
  state.cameBy[arrival] = corridor;
  state.owedEndDay[arrival] = people.sentenceEndDay(person);
  state.highProfile[arrival] = isHighProfile(sim, person) ? 1 : 0;
  sim.changeStock(facility, 1);
  changeTransferees(sim, arrival, facility, 1);
  sim.changeLevel(facility, group, 1);
  sim.countFlow(system, Flow.transfersIn);
  setReceivingExit(sim, person, arrival);
  planHomeMove(sim, arrival);
  schedule(sim, arrival);
}

/** Whether a person is of high profile: the same in every scenario with the same share. */
function isHighProfile(sim: Simulation, person: number): boolean {
  const { people, tables, cell } = sim;
  const stream = people.stream(person);
  const share = tables.highProfileShare[stream]!;
  if (share > 0) {
    sim.draw(stream, people.index(person), Decision.highProfile, 0);
  }
  return share > 0 && cell[0]! < share;
}

/** The first facility has closed: the rule chooses among the others of its group. */
function placeElsewhere(sim: Simulation, person: number, group: number): number {
  const { people } = sim;
  if (group < 0) {
    throw new RangeError("a handover requires a facility that is open, or a group that holds it");
  }
  const placed = sim.words[person * RECORD_WORDS + MOVES_REGION]! & MOVES_MASK;
  const region = people.homeRegion(person);
  return designate(sim, group, people.stream(person), people.index(person), region, placed);
}

/**
 * Sets the exit in the receiving system, where the release day is in `Clock.release`. Whoever was to die keeps that
 * day; the others may die in the time by which the new release lies later than the old one.
 */
function setReceivingExit(sim: Simulation, person: number, arrival: number): void {
  const { people, cell, clock } = sim;
  cell[0] = people.exitDay(person);
  if (!people.has(person, Flag.dies)) {
    clock[Clock.from] = cell[0]!;
    drawDeath(sim, person, sim.tables, 1);
  }
  exitAt(sim, arrival);
}
