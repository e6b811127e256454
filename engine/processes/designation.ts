import { Decision } from "../keyedRandom.ts";
import { Rule } from "../placementRules.ts";
import type { Simulation } from "../simulation.ts";

/** Home region of a person for whom none is known. */
export const NO_REGION = 255;

/**
 * Facility that the rule in force gives a person of a group; see `PlacementRule`.
 *
 * @param group placement group
 * @param stream of the person
 * @param index number within the stream
 * @param region home region, or {@link NO_REGION}
 * @param occurrence how often the person has been placed before
 * @throws {RangeError} if no facility of the group is open
 */
export function designate(
  sim: Simulation,
  group: number,
  stream: number,
  index: number,
  region: number,
  occurrence: number,
): number {
  if (sim.groupRule[group] === Rule.leastCrowded) {
    return sim.placement.leastCrowded(group);
  }
  return designateOtherwise(sim, group, stream, index, region, occurrence);
}

/** The other rules, apart from the usual one so that the compiler keeps that one in the event loop. */
function designateOtherwise(
  sim: Simulation,
  group: number,
  stream: number,
  index: number,
  region: number,
  occurrence: number,
): number {
  const rule = sim.groupRule[group]!;
  if (rule === Rule.regionFirst) {
    return regionFirst(sim, group, region);
  }
  if (rule === Rule.none) {
    throw new RangeError(`designate requires an open facility among ${facilityNames(sim, group)}`);
  }
  sim.draw(stream, index, Decision.placement, occurrence);
  const facility = drawByWeight(sim, group);
  return facility >= 0 ? facility : sim.placement.leastCrowded(group);
}

function regionFirst(sim: Simulation, group: number, region: number): number {
  if (region !== NO_REGION) {
    const facility = sim.placement.leastCrowdedInRegion(group, region);
    if (facility >= 0 && sim.placement.loadOf(facility) < sim.tables.rules.below[group]!) {
      return facility;
    }
  }
  return sim.placement.leastCrowded(group);
}

/**
 * Facility that the uniform in the cell picks in proportion to weight among those below the rule's occupancy, or
 * -1. First one of all is picked; if that one takes nobody, the place of the uniform within its part, which is
 * uniform again, picks one of the others. So a facility that closes moves nobody who would not have gone there.
 */
function drawByWeight(sim: Simulation, group: number): number {
  const { tables, model, cell, placement } = sim;
  const { cumulativeWeight, below } = tables.rules;
  const { groupEnds, groupFacilities } = model.placement;
  const start = groupEnds[group]!;
  let low = start;
  let high = groupEnds[group + 1]! - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cell[0]! < cumulativeWeight[middle]!) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  const before = low > start ? cumulativeWeight[low - 1]! : 0;
  const weight = cumulativeWeight[low]! - before;
  if (weight > 0 && placement.loadOf(groupFacilities[low]!) < below[group]!) {
    return groupFacilities[low]!;
  }
  cell[0] = weight > 0 ? (cell[0]! - before) / weight : 0;
  return drawAmongTaking(sim, group);
}

/** The same by a walk through the facilities that take people. */
function drawAmongTaking(sim: Simulation, group: number): number {
  const { tables, model, cell, placement } = sim;
  const { cumulativeWeight, below } = tables.rules;
  const { groupEnds, groupFacilities } = model.placement;
  const end = groupEnds[group + 1]!;
  let total = 0;
  let reached = 0;
  for (let at = groupEnds[group]!; at < end; at++) {
    if (placement.loadOf(groupFacilities[at]!) < below[group]!) {
      total += cumulativeWeight[at]! - reached;
    }
    reached = cumulativeWeight[at]!;
  }
  let left = cell[0]! * total;
  let picked = -1;
  reached = 0;
  for (let at = groupEnds[group]!; at < end && left >= 0; at++) {
    const weight = cumulativeWeight[at]! - reached;
    if (weight > 0 && placement.loadOf(groupFacilities[at]!) < below[group]!) {
      picked = groupFacilities[at]!;
      left -= weight;
    }
    reached = cumulativeWeight[at]!;
  }
  return picked;
}

/**
 * Says which rule each group follows now: its own while some facility of it takes people by that rule. Of a group of
 * one facility that is the least crowded.
 */
export function refreshRules(sim: Simulation): void {
  const { rules } = sim.tables;
  const { groups } = sim.model.parameters;
  const { designationWeight } = sim.tables.regime;
  groups.forEach(({ facilities }, group) => {
    const rule = rules.rule[group]!;
    const takes = facilities.some(
      (f) => sim.placement.isOpen(f) && (rule !== Rule.proportional || designationWeight[f]! > 0),
    );
    const open = facilities.length > 1 ? rule : Rule.leastCrowded;
    sim.groupRule[group] = takes ? open : Rule.none;
  });
}

function facilityNames(sim: Simulation, group: number): string {
  const { groups, facilities } = sim.model.parameters;
  return groups[group]!.facilities.map((f) => facilities[f]!.id).join(", ");
}
