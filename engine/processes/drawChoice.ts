import { type Choice, choose, SEVERAL } from "../choice.ts";
import type { Simulation } from "../simulation.ts";

/**
 * Alternative of a row that chance gives a person, or -1 when the row is empty. Where there is one at most, no number
 * is drawn: by key, that changes no other.
 */
export function drawChoice(
  sim: Simulation,
  choice: Choice,
  row: number,
  stream: number,
  index: number,
  decision: number,
  occurrence: number,
): number {
  const only = choice.only[row]!;
  if (only !== SEVERAL) {
    return only;
  }
  sim.draw(stream, index, decision, occurrence);
  return choose(choice, row, sim.cell);
}
