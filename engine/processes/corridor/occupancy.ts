import type { Simulation } from "../../simulation.ts";

/**
 * Occupancy (ratio) that the receiving State looks at: people over capacity in all facilities of the
 * level to which the corridor's first arrival facility belongs, at this moment; into the cell.
 */
export function findReceivingOccupancy(sim: Simulation, corridor: number): void {
  const { cell } = sim;
  const { facilities } = sim.model.parameters;
  const first = sim.tables.corridors[corridor]!.values.arrival.facilities[0];
  const arrival = first ? facilities[first.index] : undefined;
  cell[0] = 0;
  if (!arrival) {
    return;
  }
  let people = 0;
  let capacity = 0;
  for (let f = 0; f < facilities.length; f++) {
    if (facilities[f]!.system === arrival.system && facilities[f]!.level === arrival.level) {
      people += sim.state.stock[f]!;
      capacity += sim.state.capacity[f]!;
    }
  }
  cell[0] = Infinity;
  if (capacity > 0) {
    cell[0] = people / capacity;
  }
}
