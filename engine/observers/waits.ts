import { WAIT_BINS, WAIT_BINS_PER_DOUBLING, WAIT_DOUBLINGS, WAITS } from "../result.ts";
import type { Simulation } from "../simulation.ts";

const LONGEST = 2 ** WAIT_DOUBLINGS;

/** Column of each wait. */
export enum Waiting {
  interest = 0,
  package = 1,
  reviewQueue = 2,
  review = 3,
  receiving = 4,
  consent = 5,
  handover = 6,
  total = 7,
}

/** Counts the wait of `cell[0]` days in a corridor. */
export function countWait(sim: Simulation, corridor: number, wait: number): void {
  const at = corridor * WAITS.length + wait;
  const days = sim.cell[0]!;
  let bin = 0;
  if (days >= LONGEST) {
    bin = WAIT_BINS - 1;
  } else if (days >= 1) {
    bin = 2 + Math.floor(Math.log2(days) * WAIT_BINS_PER_DOUBLING);
  } else if (days > 0) {
    bin = 1;
  }
  sim.result.waitCounts[at * WAIT_BINS + bin]!++;
  sim.result.waitDays[at]! += days;
}

/** The present stage of a case ends now and goes on: its wait is counted, and the next one begins. */
export function endWait(sim: Simulation, slot: number, wait: number): void {
  const { caseSinceDay, caseCorridor } = sim.state;
  const now = sim.clock[0]!;
  sim.cell[0] = now - caseSinceDay[slot]!;
  caseSinceDay[slot] = now;
  countWait(sim, caseCorridor[slot]!, wait);
}
