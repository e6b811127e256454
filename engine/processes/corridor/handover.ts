import { Decision } from "../../keyedRandom.ts";
import { choose } from "../../model.ts";
import { Flag } from "../../population.ts";
import { CASE, INDEX, MOVES_REGION, RECORD_WORDS, REGION_SHIFT, STREAM_FLAGS } from "../../record.ts";
import { CORRIDOR_SUMS } from "../../result.ts";
import { Flow, Funnel, type Simulation } from "../../simulation.ts";
import { Clock } from "../../state.ts";
import { releaseDay, schedule } from "../clocks.ts";
import { endCase, firstListed, List, unlist } from "./cases.ts";
import { drawForPerson } from "./draws.ts";

/** Sets a corridor's next handover: the first regular or dated one at or after `from`. */
export function setNextHandover(sim: Simulation, corridor: number, from: number, after: boolean): void {
  const { firstDay, everyDays, datedDays } = sim.tables.corridors[corridor]!.values.handover;
  let next = Infinity;
  if (everyDays !== null) {
    const steps = Math.max(0, Math.ceil((from - firstDay) / everyDays));
    next = firstDay + steps * everyDays;
    if (after ? next <= from : next < from) {
      next = firstDay + (steps + 1) * everyDays;
    }
  }
  for (const day of datedDays) {
    if ((after ? day > from : day >= from) && day < next) {
      next = day;
    }
  }
  sim.agenda.times[sim.processes.handovers + corridor] = next;
  sim.agenda.changed(sim.processes.handovers + corridor);
}

/**
 * A handover: the people who are ready go in the order in which they became so, up to the largest number;
 * who has less time left than the rule asks for lapses.
 */
export function handoverEvent(sim: Simulation, corridor: number): void {
  const { values } = sim.tables.corridors[corridor]!;
  const most = values.handover.maximumPersons ?? Infinity;
  const now = sim.clock[0]!;
  let count = 0;
  let slot = firstListed(sim, corridor, List.ready);
  while (slot >= 0) {
    const next = sim.state.caseNext[slot]!;
    const person = sim.state.casePerson[slot]!;
    if (releaseDay(sim, person) - now < values.eligibility.minimumLeftDays) {
      unlist(sim, slot, List.ready);
      endCase(sim, slot);
      sim.countFunnel(corridor, Funnel.lapsed);
    } else if (count < most) {
      unlist(sim, slot, List.ready);
      const requested = sim.state.caseRequestedDay[slot]!;
      endCase(sim, slot);
      handOver(sim, person, corridor, requested);
      count++;
    }
    slot = next;
  }
  setNextHandover(sim, corridor, now, true);
}

/** One person leaves the sending facility and enters the receiving one at the same instant. */
function handOver(sim: Simulation, person: number, corridor: number, requested: number): void {
  const { people, model, state, clock } = sim;
  const { from, to } = model.parameters.corridors[corridor]!;
  const now = clock[0]!;
  const sums = corridor * CORRIDOR_SUMS.length;
  sim.countFunnel(corridor, Funnel.handedOver);
  sim.countFlow(from, Flow.transfersOut);
  state.corridorSums[sums]! += releaseDay(sim, person) - now;
  state.corridorSums[sums + 2]! += now - requested;
  sim.changeStock(people.facility(person), -1);
  if (to >= 0) {
    state.corridorSums[sums + 1]! += arrive(sim, person, corridor, to) - now;
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

/** Makes the person's record in the receiving system and returns the release day there. */
function arrive(sim: Simulation, person: number, corridor: number, system: number): number {
  const { people, tables, cell } = sim;
  drawForPerson(sim, person, corridor, Decision.arrival, 0);
  const facility = choose(tables.corridors[corridor]!.arrival, 0, cell);
  const release = receivingRelease(sim, person, corridor);
  const arrival = people.allocate();
  const at = arrival * RECORD_WORDS;
  const words = people.words;
  const before = person * RECORD_WORDS;
  people.setPlace(arrival, facility, 0);
  words[at + INDEX] = words[before + INDEX]!;
  words[at + STREAM_FLAGS] = people.stream(person) | Flag.transferred;
  words[at + CASE] = -1;
  words[at + MOVES_REGION] = people.homeRegion(person) << REGION_SHIFT;
  people.setSentence(arrival, people.enteredDay(person), release);
  sim.changeStock(facility, 1);
  sim.countFlow(system, Flow.transfersIn);
  setReceivingExit(sim, person, arrival, release);
  sim.clock[Clock.move] = Infinity;
  schedule(sim, arrival);
  return release;
}

/**
 * Sets the exit in the receiving system. Whoever was to die keeps that day; the others may die in the time by
 * which the new release lies later than the old one.
 */
function setReceivingExit(sim: Simulation, person: number, arrival: number, release: number): void {
  const { people, tables, cell, state } = sim;
  const stream = people.stream(person);
  const deaths = tables.deathsPerDay[stream]!;
  let death = Infinity;
  if (people.has(person, Flag.dies)) {
    death = people.exitDay(person);
  } else if (deaths > 0) {
    sim.draw(stream, people.index(person), Decision.death, 1);
    death = people.exitDay(person) - Math.log(1 - cell[0]!) / deaths;
  }
  if (death < release) {
    people.mark(arrival, Flag.dies);
    state.releases[arrival] = release;
  }
  people.setExitDay(arrival, Math.min(death, release));
}

/**
 * Continued enforcement: the sentence ends where it would have ended, or earlier on conditional release after
 * a share of the whole term; never later, and never before the arrival.
 */
function receivingRelease(sim: Simulation, person: number, corridor: number): number {
  const { people, tables, cell } = sim;
  const { atShare, probability } = tables.corridors[corridor]!.values.arrival.conditionalRelease;
  const end = people.sentenceEndDay(person);
  drawForPerson(sim, person, corridor, Decision.conditionalRelease, 0);
  if (cell[0]! >= probability) {
    return end;
  }
  const start = people.enteredDay(person) - tables.creditDays[people.stream(person)]!;
  return Math.max(sim.clock[0]!, start + atShare * (end - start));
}
