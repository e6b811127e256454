import type { ModelParameters } from "./parameters.ts";

/**
 * Least crowded facility of each placement group, and of each region within a group, kept up to date as
 * people come and go: one winner tree per set of candidates. Reading the least crowded costs nothing, a change
 * of one facility the logarithm of the number of candidates. Of equally crowded ones the first in the group's
 * order wins.
 */
export class PlacementIndex {
  /** Stock / rated capacity of each facility; Infinity where nobody is to be placed. One sentinel at the end. */
  private readonly load: Float64Array;
  private readonly winners: Int32Array;
  private readonly layout: PlacementLayout;

  constructor(layout: PlacementLayout, load: Float64Array, winners: Int32Array) {
    this.layout = layout;
    this.load = load;
    this.winners = winners;
  }

  /** Builds every tree from the loads. */
  rebuild(): void {
    const { layout, winners, load } = this;
    layout.sets.forEach((set, i) => {
      const offset = layout.offsets[i]!;
      const leaves = layout.leaves[i]!;
      for (let leaf = 0; leaf < leaves; leaf++) {
        winners[offset + leaves + leaf] = set[leaf] ?? layout.sentinel;
      }
      for (let node = leaves - 1; node >= 1; node--) {
        const left = winners[offset + 2 * node]!;
        const right = winners[offset + 2 * node + 1]!;
        winners[offset + node] = load[left]! <= load[right]! ? left : right;
      }
    });
  }

  /** Sets the load of a facility (ratio). */
  update(facility: number, value: number): void {
    const { load, winners, layout } = this;
    load[facility] = value;
    const ends = layout.memberEnds;
    const members = layout.members;
    for (let m = facility > 0 ? ends[facility - 1]! : 0; m < ends[facility]!; m += 2) {
      const offset = members[m]!;
      for (let node = members[m + 1]! >> 1; node >= 1; node >>= 1) {
        const left = winners[offset + 2 * node]!;
        const right = winners[offset + 2 * node + 1]!;
        const winner = load[left]! <= load[right]! ? left : right;
        if (winners[offset + node] === winner && winner !== facility) {
          break;
        }
        winners[offset + node] = winner;
      }
    }
  }

  /** Stock / rated capacity of a facility (ratio); Infinity where nobody is to be placed. */
  loadOf(facility: number): number {
    return this.load[facility]!;
  }

  /** Least crowded facility of a group. */
  leastCrowded(group: number): number {
    const at = this.layout.groupRoot[group]!;
    return at < 0 ? -1 - at : this.winners[at]!;
  }

  /** Least crowded facility of a group within a region, or -1 when the group has none there. */
  leastCrowdedInRegion(group: number, region: number): number {
    const at = this.layout.regionRoot[group * this.layout.regions + region]!;
    return at === NONE ? -1 : at < 0 ? -1 - at : this.winners[at]!;
  }
}

const NONE = -2_147_483_648;

/** Which sets of candidates have a tree, and where. */
export interface PlacementLayout {
  readonly sets: readonly (readonly number[])[];
  readonly offsets: readonly number[];
  readonly leaves: readonly number[];
  /** Position of each group's winner, or -1 - facility for a group of one. */
  readonly groupRoot: Int32Array;
  /** The same for group x region; {@link NONE} where the group has no facility in the region. */
  readonly regionRoot: Int32Array;
  readonly regions: number;
  /** Trees that each facility stands in: pairs (offset, leaf), up to `memberEnds[facility]`. */
  readonly members: Int32Array;
  readonly memberEnds: Int32Array;
  readonly length: number;
  readonly sentinel: number;
}

/** Plans the trees that the groups, and the regions where a rule asks for them, need. */
export function placementLayout(parameters: ModelParameters): PlacementLayout {
  const { groups, facilities, regions, regimes } = parameters;
  const byRegion = parameters.systems.map((_, s) =>
    regimes.some((regime) => regime.placement[s]?.kind === "regionFirst"),
  );
  const plan = new TreePlan(facilities.length);
  const groupRoot = Int32Array.from(groups, (group) => plan.add(group.facilities));
  const regionRoot = new Int32Array(groups.length * regions.length).fill(NONE);
  groups.forEach((group, g) => {
    regions.forEach((_, r) => {
      const inRegion = group.facilities.filter((f) => facilities[f]?.region === r);
      if (byRegion[group.system] && inRegion.length > 0) {
        regionRoot[g * regions.length + r] = plan.add(inRegion);
      }
    });
  });
  return { ...plan.finish(), groupRoot, regionRoot, regions: regions.length, sentinel: facilities.length };
}

class TreePlan {
  private readonly sets: (readonly number[])[] = [];
  private readonly offsets: number[] = [];
  private readonly leaves: number[] = [];
  private readonly memberships: number[][];
  private length = 0;

  constructor(facilities: number) {
    this.memberships = Array.from({ length: facilities }, () => []);
  }

  /** Adds a set and returns the position of its winner, or -1 - facility for a set of one. */
  add(set: readonly number[]): number {
    if (set.length === 1) {
      return -1 - set[0]!;
    }
    const leaves = 2 ** Math.ceil(Math.log2(set.length));
    const offset = this.length;
    this.sets.push(set);
    this.offsets.push(offset);
    this.leaves.push(leaves);
    set.forEach((facility, leaf) => {
      this.memberships[facility]?.push(offset, leaves + leaf);
    });
    this.length += 2 * leaves;
    return offset + 1;
  }

  finish(): Pick<PlacementLayout, "sets" | "offsets" | "leaves" | "members" | "memberEnds" | "length"> {
    const members = this.memberships.flat();
    let end = 0;
    const memberEnds = Int32Array.from(this.memberships, (pairs) => {
      end += pairs.length;
      return end;
    });
    const { sets, offsets, leaves, length } = this;
    return { sets, offsets, leaves, members: Int32Array.from(members), memberEnds, length };
  }
}
