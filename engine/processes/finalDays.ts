import { sampleInPlace } from "../distributions.ts";
import { Decision } from "../keyedRandom.ts";
import { Flag } from "../population.ts";
import { CREDIT_DAYS, FINAL_DAYS, PLAN_DOUBLES } from "../record.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";

/** What the last days before release are for a person: like all others, in the final placement, or kept from it. */
export enum LastDays {
  inside = 0,
  placed = 1,
  detained = 2,
}

/** Draws what the last days of a person of a stream are; a share that rises takes nobody else out. */
export function drawLastDays(sim: Simulation, stream: number, index: number, occurrence: number): LastDays {
  const { tables, cell } = sim;
  if (tables.finalFacility[stream]! < 0) {
    return LastDays.inside;
  }
  sim.draw(stream, index, Decision.finalPlacement, occurrence);
  if (cell[0]! < tables.finalShare[stream]!) {
    return LastDays.placed;
  }
  return cell[0]! >= 1 - tables.detainerShare[stream]! ? LastDays.detained : LastDays.inside;
}

/** Days before release from which a person of a stream may be placed, without those for credits, into the cell. */
export function drawFinalDays(sim: Simulation, stream: number, index: number, occurrence: number): void {
  sim.draw(stream, index, Decision.finalPlacementDays, occurrence);
  sampleInPlace(sim.tables.table, sim.tables.finalDaysAt[stream]!, sim.cell);
}

/** Decides on entry about the last days before release; a stay that is not longer than they are has none. */
export function chooseLastDays(sim: Simulation, person: number, stream: number, index: number): void {
  const { clock, cell } = sim;
  const choice = drawLastDays(sim, stream, index, 0);
  if (choice !== LastDays.inside) {
    drawFinalDays(sim, stream, index, 0);
    const days = cell[0]! + clock[Clock.extraDays]!;
    if (clock[Clock.now]! + days < clock[Clock.release]!) {
      setLastDays(sim, person, choice);
    }
  }
}

/** Keeps the last days of a person, with the days in the cell and those for credits in `Clock.extraDays`. */
export function setLastDays(sim: Simulation, person: number, choice: LastDays): void {
  const at = person * PLAN_DOUBLES;
  sim.plans[at + FINAL_DAYS] = sim.cell[0]!;
  sim.plans[at + CREDIT_DAYS] = sim.clock[Clock.extraDays]!;
  noteFinalDays(sim, person);
  sim.people.mark(person, Flag.finalPlaced);
  if (choice === LastDays.detained) {
    sim.people.mark(person, Flag.detainer);
  }
}

/** Keeps `Clock.mostFinalDays` true after a change of a person's plan. */
export function noteFinalDays(sim: Simulation, person: number): void {
  const { plans, clock } = sim;
  const at = person * PLAN_DOUBLES;
  const days = plans[at + FINAL_DAYS]! + plans[at + CREDIT_DAYS]!;
  if (days > clock[Clock.mostFinalDays]!) {
    clock[Clock.mostFinalDays] = days;
  }
}
