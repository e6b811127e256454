import type { Simulation } from "../simulation.ts";

/** Home region of a person for whom none is known. */
export const NO_REGION = 255;

/**
 * Facility that the system's placement rule gives a person of a group: the least crowded of the home region
 * while that stands below the rule's occupancy, else the least crowded of the group.
 *
 * @param group placement group
 * @param region home region, or {@link NO_REGION}
 */
export function designate(sim: Simulation, group: number, region: number): number {
  const below = sim.tables.regionFirstBelow[sim.model.groupSystem[group]!]!;
  if (below >= 0 && region !== NO_REGION) {
    const facility = sim.placement.leastCrowdedInRegion(group, region);
    if (facility >= 0 && sim.placement.loadOf(facility) < below) {
      return facility;
    }
  }
  return sim.placement.leastCrowded(group);
}
