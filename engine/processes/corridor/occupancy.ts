import type { Simulation } from "../../simulation.ts";

/**
 * Occupancy (ratio) that the receiving State looks at: people over capacity in all facilities of the
 * level to which the corridor's first arrival facility belongs, at this moment.
 */
export function receivingOccupancy(sim: Simulation, corridor: number): number {
  const { facilities } = sim.model.parameters;
  const first = sim.tables.corridors[corridor]!.values.arrival.facilities[0];
  const arrival = first ? facilities[first.index] : undefined;
  if (!arrival) {
    return 0;
  }
  let people = 0;
  let capacity = 0;
  for (let f = 0; f < facilities.length; f++) {
    if (facilities[f]!.system === arrival.system && facilities[f]!.level === arrival.level) {
      people += sim.state.stock[f]!;
      capacity += sim.state.capacity[f]!;
    }
  }
  return capacity > 0 ? people / capacity : Infinity;
}
