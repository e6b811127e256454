import { Decision } from "../../keyedRandom.ts";
import { countWait, endWait, Waiting } from "../../observers/waits.ts";
import { Funnel, type Simulation } from "../../simulation.ts";
import { Clock } from "../../state.ts";
import { findRelease } from "../clocks.ts";
import { relocate } from "../places.ts";
import { handOver } from "./arrival.ts";
import { endCase, enlist, firstListed, List, Stage, scheduleCase, unlist } from "./cases.ts";
import { drawDelay } from "./draws.ts";

/**
 * All have agreed: the person moves to the staging institution, if there is one that is open, and waits for the next
 * handover, or for the own escort. Who is moved or placed anew by the rules of the system while waiting leaves the
 * staging institution for that.
 */
export function becomeReady(sim: Simulation, slot: number): void {
  const { state, tables, people, placement } = sim;
  const corridor = state.caseCorridor[slot]!;
  const person = state.casePerson[slot]!;
  const { values, escortAt } = tables.corridors[corridor]!;
  const staging = values.handover.staging[people.stream(person)] ?? -1;
  if (staging >= 0 && placement.isOpen(staging)) {
    relocate(sim, person, staging);
  }
  if (escortAt < 0) {
    enlist(sim, slot, Stage.ready, List.ready);
  } else {
    awaitEscort(sim, slot, escortAt);
  }
}

/** A new regime may hand people over one by one: those who wait for a batch get their escort. */
export function startEscorts(sim: Simulation, corridor: number): void {
  const { escortAt } = sim.tables.corridors[corridor]!;
  let slot = escortAt < 0 ? -1 : firstListed(sim, corridor, List.ready);
  while (slot >= 0) {
    const next = sim.state.caseNext[slot]!;
    unlist(sim, slot, List.ready);
    awaitEscort(sim, slot, escortAt);
    slot = next;
  }
}

function awaitEscort(sim: Simulation, slot: number, escortAt: number): void {
  drawDelay(sim, slot, Decision.escortDelay, escortAt);
  if (sim.cell[0]! > 0) {
    sim.cell[0]! += sim.clock[0]!;
    scheduleCase(sim, slot, Stage.escort);
  } else {
    leaveOrLapse(sim, slot);
  }
}

/** A case ends at its handover: with too little time left it lapses, otherwise the person goes. */
export function leaveOrLapse(sim: Simulation, slot: number): boolean {
  const { state, tables, cell, clock } = sim;
  const corridor = state.caseCorridor[slot]!;
  const person = state.casePerson[slot]!;
  const least = tables.corridors[corridor]!.values.eligibility.minimumLeftDays;
  findRelease(sim, person);
  if (clock[Clock.release]! - clock[Clock.now]! < least) {
    endCase(sim, slot);
    sim.countFunnel(corridor, Funnel.lapsed);
    return false;
  }
  endWait(sim, slot, Waiting.handover);
  cell[0] = clock[Clock.now]! - state.caseRequestedDay[slot]!;
  countWait(sim, corridor, Waiting.total);
  endCase(sim, slot);
  handOver(sim, person, corridor);
  return true;
}
