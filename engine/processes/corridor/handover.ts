import type { HandoverOrder } from "../../parameters.ts";
import type { Simulation } from "../../simulation.ts";
import { Clock } from "../../state.ts";
import { findRelease } from "../clocks.ts";
import { firstListed, List, unlist } from "./cases.ts";
import { leaveOrLapse } from "./ready.ts";

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
 * A handover: of the people who are ready, those who come first in the order of the corridor go, up to the largest
 * number; who has less time left than the rule asks for lapses, whether the batch is full or not.
 */
export function handoverEvent(sim: Simulation, corridor: number): void {
  const { handover, eligibility } = sim.tables.corridors[corridor]!.values;
  const most = handover.maximumPersons ?? Infinity;
  const now = sim.clock[0]!;
  let count = 0;
  const slots = inOrder(sim, corridor, handover.order);
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    findRelease(sim, sim.state.casePerson[slot]!);
    const lapses = sim.clock[Clock.release]! - now < eligibility.minimumLeftDays;
    if (lapses || count < most) {
      unlist(sim, slot, List.ready);
      count += leaveOrLapse(sim, slot) ? 1 : 0;
    }
  }
  setNextHandover(sim, corridor, now, true);
}

/** The cases that are ready, first those who go first; of equals, who became ready first. */
function inOrder(sim: Simulation, corridor: number, order: HandoverOrder): Int32Array {
  const { state, cell, clock } = sim;
  state.order.clear();
  for (let slot = firstListed(sim, corridor, List.ready); slot >= 0; slot = state.caseNext[slot]!) {
    findRelease(sim, state.casePerson[slot]!);
    cell[0] = 0;
    if (order === "requestFirst") {
      cell[0] = state.caseRequestedDay[slot]!;
    } else if (order === "leastTimeLeftFirst") {
      cell[0] = clock[Clock.release]!;
    } else if (order === "mostTimeLeftFirst") {
      cell[0] = -clock[Clock.release]!;
    }
    state.order.add(slot, cell);
  }
  return state.order.sorted();
}
