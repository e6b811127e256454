import { TRANSFEREES } from "../result.ts";
import type { Simulation } from "../simulation.ts";

const KINDS = TRANSFEREES.length;

/** A transferred person is in a facility of a receiving system from now on (step 1), or no longer (-1). */
export function changeTransferees(sim: Simulation, person: number, facility: number, step: number): void {
  const { state } = sim;
  const at = sim.model.receivingIndex[facility]!;
  book(sim, at);
  state.transferees[at]! += step;
  if (state.highProfile[person] !== 0) {
    state.highProfileTransferees[at]! += step;
  }
}

/** Closes the books on the last day. */
export function finishTransferees(sim: Simulation): void {
  for (let at = 0; at < sim.state.transferees.length; at++) {
    book(sim, at);
  }
  sim.result.transfereeDays.set(sim.state.transfereeDays);
}

/** Books the person-days of a facility up to now: nothing changes between two events. */
function book(sim: Simulation, at: number): void {
  const { transferees, highProfileTransferees, transfereesSince, transfereeDays } = sim.state;
  const days = sim.clock[0]! - transfereesSince[at]!;
  transfereeDays[at * KINDS]! += transferees[at]! * days;
  transfereeDays[at * KINDS + 1]! += highProfileTransferees[at]! * days;
  transfereesSince[at] = sim.clock[0]!;
}
