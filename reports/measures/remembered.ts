import type { ReplicationResult } from "../../engine/result.ts";

/**
 * A function of a replication that keeps its last value, for measures that are read of one replication after the other
 * and share a part. Replications are told apart by their object: the next one may lie in the memory of the one before.
 *
 * @example
 * const read = remembered(({ index }) => [index]);
 * read(result) === read(result); // => true
 */
export function remembered<Value>(
  read: (result: ReplicationResult) => Value,
): (result: ReplicationResult) => Value {
  let last: ReplicationResult | undefined;
  let value: Value;
  return (result) => {
    if (result !== last) {
      value = read(result);
      last = result;
    }
    return value;
  };
}
