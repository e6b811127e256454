import { Decision } from "../../keyedRandom.ts";
import type { Simulation } from "../../simulation.ts";
import { drawForPerson } from "./draws.ts";

/** Whether a person asks for a corridor under the regime in force: of an invited citizenship, and interested. */
export function asks(sim: Simulation, person: number, corridor: number): boolean {
  if (!isInvited(sim, person, corridor)) {
    return false;
  }
  drawForPerson(sim, person, corridor, Decision.interest, 0);
  return sim.cell[0]! < sim.tables.corridors[corridor]!.interest[sim.people.stream(person)]!;
}

/** Whether the regime in force opens a corridor to a person's citizenship. */
export function isInvited(sim: Simulation, person: number, corridor: number): boolean {
  return sim.tables.corridors[corridor]!.invited[sim.people.stream(person)] === 1;
}
