import type { ReplicationResult } from "../engine/result.ts";

/** Things that can be gone through more than once, and how many they are. */
export interface Sized<Item> extends Iterable<Item> {
  readonly length: number;
}

/**
 * Results of replications: a list in any order, or a store that gives them in ascending order of index. A store may lay
 * a result over the one before, as another object: each is to be read before the next is taken, and none is to be kept.
 * What is read of an object may be remembered, so it holds the same replication for good or until the next is taken.
 */
export type Results = Sized<ReplicationResult>;

/**
 * Results in the order of their replication index: the order in which they were finished does not matter.
 *
 * @throws {RangeError} if two results of a list have one index
 */
export function inReplicationOrder(results: Results): Results {
  return Array.isArray(results) ? sorted(results) : results;
}

function sorted(results: readonly ReplicationResult[]): readonly ReplicationResult[] {
  if (results.every((result, i) => i === 0 || results[i - 1]!.index < result.index)) return results;
  const ascending = [...results].sort((a, b) => a.index - b.index);
  const twice = ascending.find((result, i) => result.index === ascending[i + 1]?.index);
  if (twice !== undefined) {
    throw new RangeError(`results require distinct replication indices, got ${twice.index} twice`);
  }
  return ascending;
}

/** Results of the replication of one index in two scenarios. */
export type Pair = readonly [left: ReplicationResult, right: ReplicationResult];

/** Replications that two scenarios share, in ascending order of index. */
export function pairsOf(left: Results, right: Results): Sized<Pair> {
  const [first, second] = [inReplicationOrder(left), inReplicationOrder(right)];
  let length = 0;
  for (const _ of joined(first, second)) length += 1;
  return { length, [Symbol.iterator]: () => joined(first, second) };
}

function* joined(left: Results, right: Results): Generator<Pair> {
  const others = right[Symbol.iterator]();
  try {
    let other = others.next();
    for (const result of left) {
      while (!other.done && other.value.index < result.index) other = others.next();
      if (other.done) return;
      if (other.value.index === result.index) yield [result, other.value];
    }
  } finally {
    others.return?.();
  }
}
