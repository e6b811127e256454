import type { ModelParameters } from "./parameters.ts";

/** Root of a set that does not exist. */
export const NONE = -2_147_483_648;

/** Most keys in a node. */
const BRANCHES = 32;

/**
 * Nodes of the placement index; see {@link PlacementIndex}. A key stands for a facility in a leaf node, for a
 * node below in the others.
 */
interface Nodes {
  readonly nodes: number;
  readonly keys: number;
  /** Keys of node `n`: `keyEnds[n]` up to `keyEnds[n + 1]`. */
  readonly keyEnds: Int32Array;
  /** 1 where the keys stand for facilities. */
  readonly leafNodes: Uint8Array;
  /** Facility or node that each key stands for. */
  readonly below: Int32Array;
  readonly nodeOfKey: Int32Array;
  /** Key in the node above that stands for each node; -1 for a root. */
  readonly keyOfNode: Int32Array;
  /** Keys of facility `f`: `members[memberEnds[f]]` up to `memberEnds[f + 1]`. */
  readonly members: Int32Array;
  readonly memberEnds: Int32Array;
}

/** The nodes, and where each group and region begins among them. */
export interface PlacementLayout extends Nodes {
  /** Root of each group, or -1 - facility for a group of one. */
  readonly groupRoots: Int32Array;
  /** The same for group x region; {@link NONE} where the group has no facility there or no rule asks. */
  readonly regionRoots: Int32Array;
  readonly regions: number;
  /** Facilities of group `g` in order: `groupFacilities[groupEnds[g]]` up to `groupEnds[g + 1]`. */
  readonly groupFacilities: Int32Array;
  readonly groupEnds: Int32Array;
}

/** Plans the nodes that the groups, and the regions where a rule asks for them, need. */
export function placementLayout(parameters: ModelParameters): PlacementLayout {
  const { groups, facilities, regions, regimes, systems } = parameters;
  const byRegion = systems.map((_, s) =>
    regimes.some((regime) => regime.placement[s]?.kind === "regionFirst"),
  );
  const plan = new Plan(facilities.length);
  const groupRoots = Int32Array.from(groups, (group) => plan.add(group.facilities));
  const regionRoots = new Int32Array(groups.length * regions.length).fill(NONE);
  groups.forEach((group, g) => {
    regions.forEach((_, r) => {
      const inRegion = group.facilities.filter((f) => facilities[f]?.region === r);
      if (byRegion[group.system] && inRegion.length > 0) {
        regionRoots[g * regions.length + r] = plan.add(inRegion);
      }
    });
  });
  const lists = groups.map((group) => group.facilities);
  return {
    ...plan.finish(),
    groupRoots,
    regionRoots,
    regions: regions.length,
    groupFacilities: Int32Array.from(lists.flat()),
    groupEnds: ends(lists),
  };
}

class Plan {
  private readonly nodes: { readonly below: readonly number[]; readonly leaf: 0 | 1 }[] = [];
  private readonly facilities: number;

  constructor(facilities: number) {
    this.facilities = facilities;
  }

  /** Adds a set and returns its root, or -1 - facility for a set of one. */
  add(set: readonly number[]): number {
    if (set.length === 1) {
      return -1 - set[0]!;
    }
    let level = this.addLevel(set, 1);
    while (level.length > 1) {
      level = this.addLevel(level, 0);
    }
    return level[0]!;
  }

  private addLevel(below: readonly number[], leaf: 0 | 1): number[] {
    const added: number[] = [];
    for (let at = 0; at < below.length; at += BRANCHES) {
      added.push(this.nodes.length);
      this.nodes.push({ below: below.slice(at, at + BRANCHES), leaf });
    }
    return added;
  }

  finish(): Nodes {
    const { nodes } = this;
    const below = nodes.flatMap((node) => node.below);
    const nodeOfKey = nodes.flatMap((node, n) => node.below.map(() => n));
    const keyOfNode = new Int32Array(nodes.length).fill(-1);
    const members: number[][] = Array.from({ length: this.facilities }, () => []);
    below.forEach((child, key) => {
      const node = nodeOfKey[key]!;
      if (nodes[node]!.leaf) {
        members[child]!.push(key);
      } else {
        keyOfNode[child] = key;
      }
    });
    return {
      nodes: nodes.length,
      keys: below.length,
      keyEnds: ends(nodes.map((node) => node.below)),
      leafNodes: Uint8Array.from(nodes, (node) => node.leaf),
      below: Int32Array.from(below),
      nodeOfKey: Int32Array.from(nodeOfKey),
      keyOfNode,
      members: Int32Array.from(members.flat()),
      memberEnds: ends(members),
    };
  }
}

function ends(lists: readonly (readonly number[])[]): Int32Array {
  const result = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    result[i + 1] = result[i]! + list.length;
  });
  return result;
}
