import { Flag } from "../population.ts";
import { HELD_INSIDE } from "../result.ts";
import type { Simulation } from "../simulation.ts";

const HELD = HELD_INSIDE.length;
const WAITING = HELD_INSIDE.indexOf("waitingForPlacement");
const DETAINER = HELD_INSIDE.indexOf("detainer");

/** Puts a person at the end of the list of those who wait for a place in a facility. */
export function joinWaiting(sim: Simulation, person: number, facility: number): void {
  const { waitingNext, waitingPrevious, waitingFor, waitingHeads, waitingTails } = sim.state;
  const last = waitingTails[facility]!;
  waitingNext[person] = -1;
  waitingPrevious[person] = last;
  waitingFor[person] = facility;
  waitingTails[facility] = person;
  if (last < 0) {
    waitingHeads[facility] = person;
  } else {
    waitingNext[last] = person;
  }
  sim.people.mark(person, Flag.waiting);
  countHeld(sim, person, WAITING, 1);
}

/** Takes a person out of the list, wherever the person stands in it. */
export function leaveWaiting(sim: Simulation, person: number): void {
  const { waitingNext, waitingPrevious, waitingFor, waitingHeads, waitingTails } = sim.state;
  const facility = waitingFor[person]!;
  const next = waitingNext[person]!;
  const previous = waitingPrevious[person]!;
  if (previous < 0) {
    waitingHeads[facility] = next;
  } else {
    waitingNext[previous] = next;
  }
  if (next < 0) {
    waitingTails[facility] = previous;
  } else {
    waitingPrevious[next] = previous;
  }
  sim.people.unmark(person, Flag.waiting);
  countHeld(sim, person, WAITING, -1);
}

/** One person more (step 1) or fewer (-1) whom a detainer keeps inside in the last days. */
export function countDetainer(sim: Simulation, person: number, step: number): void {
  countHeld(sim, person, DETAINER, step);
}

function countHeld(sim: Simulation, person: number, column: number, step: number): void {
  const system = sim.model.systemOf[sim.people.facility(person)]!;
  sim.state.heldInside[system * HELD + column]! += step;
}
