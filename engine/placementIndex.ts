import { NONE, type PlacementLayout } from "./placementLayout.ts";
import type { ReplicationState } from "./state.ts";

/**
 * Least crowded facility of each placement group, and of each region within a group. Of equally crowded ones
 * the first in the order of the group wins.
 *
 * The loads of a set of candidates stand side by side in nodes of up to 32, and the least loads of the nodes in
 * nodes above them. A change only marks the nodes above it as stale; asking for the least crowded looks through
 * the stale ones. A step of 32 comparisons in a row costs less than the five mispredicted branches of a binary
 * tree, and a change that nobody asks about costs nothing.
 */
export class PlacementIndex {
  private readonly load: Float64Array;
  private readonly stock: Int32Array;
  private readonly capacity: Float64Array;
  private readonly keys: Float64Array;
  private readonly winners: Int32Array;
  private readonly stale: Int32Array;
  private readonly layout: PlacementLayout;
  private readonly members: Int32Array;
  private readonly memberEnds: Int32Array;
  private readonly nodeOfKey: Int32Array;
  private readonly parents: Int32Array;

  constructor(layout: PlacementLayout, state: ReplicationState) {
    this.load = state.load;
    this.stock = state.stock;
    this.capacity = state.capacity;
    this.keys = state.placementKeys;
    this.winners = state.placementWinners;
    this.stale = state.placementStale;
    this.layout = layout;
    this.members = layout.members;
    this.memberEnds = layout.memberEnds;
    this.nodeOfKey = layout.nodeOfKey;
    this.parents = layout.parents;
  }

  /** Begins with every facility closed. */
  clear(): void {
    this.capacity.fill(0);
    this.load.fill(Infinity);
    this.keys.fill(Infinity);
    this.stale.fill(1);
  }

  /**
   * Changes the capacity of a facility (persons): 0 closes it; where none is defined (null) the facility is
   * taken only when no other of its set has places.
   */
  setCapacity(facility: number, capacity: number | null): void {
    this.capacity[facility] = capacity ?? 0;
    this.load[facility] = capacity === null ? Number.MAX_VALUE : Infinity;
    this.update(facility);
  }

  /** Takes the stock of a facility into account. */
  update(facility: number): void {
    const { load, keys, members, memberEnds, nodeOfKey, stale, parents } = this;
    const capacity = this.capacity[facility]!;
    if (capacity > 0) {
      load[facility] = this.stock[facility]! / capacity;
    }
    const end = memberEnds[facility + 1]!;
    for (let m = memberEnds[facility]!; m < end; m++) {
      const key = members[m]!;
      keys[key] = load[facility]!;
      let node = nodeOfKey[key]!;
      while (node >= 0 && stale[node] === 0) {
        stale[node] = 1;
        node = parents[node]!;
      }
    }
  }

  /** Stock / capacity of a facility (ratio); Infinity where it is closed, very large where it has no capacity. */
  loadOf(facility: number): number {
    return this.load[facility]!;
  }

  /** Whether a facility takes people. */
  isOpen(facility: number): boolean {
    return this.load[facility]! < Infinity;
  }

  /** Least crowded facility of a group. */
  leastCrowded(group: number): number {
    return this.winnerAt(this.layout.groupRoots[group]!);
  }

  /** Least crowded facility of a group within a region, or -1 when the group has none there. */
  leastCrowdedInRegion(group: number, region: number): number {
    const root = this.layout.regionRoots[group * this.layout.regions + region]!;
    return root === NONE ? -1 : this.winnerAt(root);
  }

  private winnerAt(root: number): number {
    if (root < 0) {
      return -1 - root;
    }
    if (this.stale[root] === 1) {
      this.refresh(root);
    }
    return this.winners[root]!;
  }

  /** Finds the winner of a stale node. */
  private refresh(node: number): void {
    const { layout, keys, stale, winners } = this;
    const start = layout.keyEnds[node]!;
    const end = layout.keyEnds[node + 1]!;
    const leaf = layout.leafNodes[node] === 1;
    if (!leaf) {
      for (let key = start; key < end; key++) {
        const child = layout.below[key]!;
        if (stale[child] === 1) {
          this.refresh(child);
        }
      }
    }
    let least = keys[start]!;
    let best = start;
    for (let key = start + 1; key < end; key++) {
      const value = keys[key]!;
      if (value < least) {
        least = value;
        best = key;
      }
    }
    const winner = layout.below[best]!;
    winners[node] = leaf ? winner : winners[winner]!;
    stale[node] = 0;
    const own = layout.keyOfNode[node]!;
    if (own >= 0) {
      keys[own] = least;
    }
  }
}
