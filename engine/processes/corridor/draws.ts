import { sampleInPlace } from "../../distributions.ts";
import type { Simulation } from "../../simulation.ts";

/** Uniform of a case's decision, keyed by its person and the attempt, into the cell. */
export function drawForCase(sim: Simulation, slot: number, decision: number): void {
  const { casePerson, caseCorridor, caseAttempt } = sim.state;
  drawForPerson(sim, casePerson[slot]!, caseCorridor[slot]!, decision, caseAttempt[slot]!);
}

/** Uniform of a person's decision in a corridor, into the cell. */
export function drawForPerson(
  sim: Simulation,
  person: number,
  corridor: number,
  decision: number,
  occurrence: number,
): void {
  const { people } = sim;
  sim.drawInCorridor(corridor, people.stream(person), people.index(person), decision, occurrence);
}

/** Delay of a case (days), drawn from the distribution at `offset`, into the cell. */
export function drawDelay(sim: Simulation, slot: number, decision: number, offset: number): void {
  drawForCase(sim, slot, decision);
  sampleInPlace(sim.tables.table, offset, sim.cell);
}
