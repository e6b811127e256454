import { NONE, type PlacementLayout } from "./placementLayout.ts";
import type { ReplicationState } from "./state.ts";

/**
 * Least crowded facility of each placement group, and of each region within a group. Of equally crowded ones
 * the first in the order of the group wins.
 *
 * The loads of a set of candidates stand side by side as keys of a node, up to 32 of them, and what is known of the
 * least of a node as its key in the node above. Of each node two things are known: a floor, below which none of its
 * keys lies, and a key before which none is as low as the floor. A change keeps both true at the cost of a comparison;
 * who asks walks on from that key to the first as low as the floor, and only if there is none looks through the
 * whole node for a new floor. Where facilities fill evenly many are equally crowded, and the walk is a step or two.
 */
export class PlacementIndex {
  private readonly load: Float64Array;
  private readonly stock: Int32Array;
  private readonly capacity: Float64Array;
  private readonly keys: Float64Array;
  private readonly floors: Float64Array;
  private readonly starts: Int32Array;
  private readonly layout: PlacementLayout;
  private readonly members: Int32Array;
  private readonly memberEnds: Int32Array;
  private readonly nodeOfKey: Int32Array;
  private readonly keyOfNode: Int32Array;
  private readonly keyEnds: Int32Array;
  private readonly below: Int32Array;

  constructor(layout: PlacementLayout, state: ReplicationState) {
    this.load = state.load;
    this.stock = state.stock;
    this.capacity = state.capacity;
    this.keys = state.placementKeys;
    this.floors = state.placementFloors;
    this.starts = state.placementStarts;
    this.layout = layout;
    this.members = layout.members;
    this.memberEnds = layout.memberEnds;
    this.nodeOfKey = layout.nodeOfKey;
    this.keyOfNode = layout.keyOfNode;
    this.keyEnds = layout.keyEnds;
    this.below = layout.below;
  }

  /** Begins with every facility closed. */
  clear(): void {
    this.capacity.fill(0);
    this.load.fill(Infinity);
    this.keys.fill(Infinity);
    this.floors.fill(Infinity);
    this.starts.set(this.keyEnds.subarray(0, this.starts.length));
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
    const { load, keys, members, memberEnds, nodeOfKey, keyOfNode, floors, starts } = this;
    const capacity = this.capacity[facility]!;
    if (capacity > 0) {
      load[facility] = this.stock[facility]! / capacity;
    }
    const value = load[facility]!;
    const end = memberEnds[facility + 1]!;
    for (let m = memberEnds[facility]!; m < end; m++) {
      let key = members[m]!;
      while (key >= 0) {
        keys[key] = value;
        const node = nodeOfKey[key]!;
        const floor = floors[node]!;
        if (value > floor) {
          break;
        }
        if (value === floor) {
          starts[node] = Math.min(starts[node]!, key);
          break;
        }
        floors[node] = value;
        starts[node] = key;
        key = keyOfNode[node]!;
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
    return this.leastBelow(this.layout.groupRoots[group]!);
  }

  /** Least crowded facility of a group within a region, or -1 when the group has none there. */
  leastCrowdedInRegion(group: number, region: number): number {
    const root = this.layout.regionRoots[group * this.layout.regions + region]!;
    return root === NONE ? -1 : this.leastBelow(root);
  }

  private leastBelow(root: number): number {
    if (root < 0) {
      return -1 - root;
    }
    const child = this.below[this.first(root)]!;
    return this.layout.leafNodes[root] === 1 ? child : this.descend(root, child);
  }

  /** The first key of a node that is as low as its floor; the floor is raised to the least key if there is none. */
  private first(node: number): number {
    const { keys, floors } = this;
    const floor = floors[node]!;
    const end = this.keyEnds[node + 1]!;
    let key = this.starts[node]!;
    while (key < end && keys[key]! > floor) {
      key++;
    }
    if (key === end) {
      return this.lookThrough(node);
    }
    this.starts[node] = key;
    return key;
  }

  private lookThrough(node: number): number {
    const { keys, keyEnds } = this;
    const end = keyEnds[node + 1]!;
    let best = keyEnds[node]!;
    let least = keys[best]!;
    for (let key = best + 1; key < end; key++) {
      const value = keys[key]!;
      if (value < least) {
        least = value;
        best = key;
      }
    }
    this.floors[node] = least;
    this.starts[node] = best;
    return best;
  }

  /** Least crowded facility below a node whose lowest key stands for another node; that one may turn out higher. */
  private descend(node: number, first: number): number {
    const { keys, floors, layout } = this;
    let child = first;
    for (;;) {
      const facility = this.leastBelow(child);
      if (floors[child]! === floors[node]!) {
        return facility;
      }
      keys[layout.keyOfNode[child]!] = floors[child]!;
      child = this.below[this.first(node)]!;
    }
  }
}
