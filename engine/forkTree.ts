import { commonDay, type ForkParts, forkParts } from "./forkDay.ts";
import type { ModelParameters } from "./parameters.ts";

/** Parameter sets whose replications are the same up to a day. */
export interface ForkTree {
  /** Last day up to which they are. */
  readonly day: number;
  /** Positions of the sets, ascending. */
  readonly members: readonly number[];
  /** The groups that they fall into from that day on; none where they never differ. */
  readonly branches: readonly ForkTree[];
}

/**
 * Groups parameter sets by the days that they share: the trees with nothing in common, each with its branches.
 *
 * @param parameterSets any number
 * @returns every set is in one tree, and the trees are in the order of their first sets
 * @throws {RangeError} if a set is inconsistent
 * @see {@link forkDayOf}
 * @example
 * forkTrees([baseline, changedFromDay730, another]).map(({ members }) => members); // => [[0, 1], [2]]
 */
export function forkTrees(parameterSets: readonly ModelParameters[]): ForkTree[] {
  const parts = parameterSets.map(forkParts);
  return grown(parts, Array.from(parts.keys()), 0);
}

/** Groups of members that share more than some days. Sharing days is transitive, so one of a group speaks for all. */
function grown(parts: readonly ForkParts[], members: readonly number[], days: number): ForkTree[] {
  const groups: number[][] = [];
  for (const member of members) {
    const group = groups.find(([first]) => commonDay([parts[first!]!, parts[member]!]) > days);
    if (group === undefined) {
      groups.push([member]);
    } else {
      group.push(member);
    }
  }
  return groups.map((group) => {
    const of = group.map((member) => parts[member]!);
    const day = commonDay(of);
    const ended = group.length === 1 || day >= of[0]!.horizonDays;
    return { day, members: group, branches: ended ? [] : grown(parts, group, day) };
  });
}
