import type { PlacementGroup, Regime } from "./parameters.ts";

/** How a facility of a group is chosen; see `PlacementRule` in `parameters.ts`. */
export enum Rule {
  leastCrowded = 0,
  regionFirst = 1,
  proportional = 2,
  /** @public named in a scenario */
  closedAbove = 3,
  /** No facility of the group is open. */
  none = 4,
}

/** The rule of each group under a regime. Where a number stands for each facility of a group, see `groupEnds`. */
export interface PlacementRules {
  readonly rule: Int32Array;
  /** Occupancy (ratio) below which a facility is chosen by region or by weight; Infinity = at any. */
  readonly below: Float64Array;
  /** Running sum of the designation weights within a group, 1 at its end; 0 in a group without weight. */
  readonly cumulativeWeight: Float64Array;
}

/** Works out which rule each group follows: a group that takes by function, its weights; the others, the system's. */
export function placementRules(regime: Regime, groups: readonly PlacementGroup[]): PlacementRules {
  const ruleOf = (group: PlacementGroup): Regime["placement"][number] =>
    group.byFunction ? { kind: "proportional" } : regime.placement[group.system]!;
  return {
    rule: Int32Array.from(groups, (group) => Rule[ruleOf(group).kind]),
    below: Float64Array.from(groups, (group) => {
      const rule = ruleOf(group);
      return rule.kind === "regionFirst"
        ? rule.maximumOccupancy
        : rule.kind === "closedAbove"
          ? rule.occupancy
          : Infinity;
    }),
    cumulativeWeight: Float64Array.from(groups.flatMap((group) => cumulativeWeights(regime, group))),
  };
}

function cumulativeWeights(regime: Regime, group: PlacementGroup): number[] {
  const weights = group.facilities.map((facility) => regime.designationWeight[facility]!);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return total > 0 ? sum / total : 0;
  });
}
