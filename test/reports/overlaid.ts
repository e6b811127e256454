import type { ReplicationResult } from "../../engine/result.ts";
import { inReplicationOrder, type Results } from "../../reports/results.ts";

/** The same results from a store that lays each over the one before: who keeps one reads another. */
export function overlaid(results: Results): Results {
  return {
    length: results.length,
    *[Symbol.iterator]() {
      let space: ReplicationResult | undefined;
      for (const result of inReplicationOrder(results)) {
        space ??= structuredClone(result);
        new Uint8Array(space.buffer).set(new Uint8Array(result.buffer));
        yield { ...space, index: result.index };
      }
      if (space !== undefined) new Uint8Array(space.buffer).fill(0);
    },
  };
}
