import { afterAll, describe, expect, it } from "vitest";
import { runReplication } from "../../engine/index.ts";
import {
  dealReplications,
  InlineBackend,
  PoolBackend,
  type ReplicationBackend,
} from "../../workers/index.ts";
import { tinyParameters } from "./fixtures/tinyReplication.ts";

const parameterSets = [tinyParameters(3, 20), tinyParameters(2, 25)];
const backends: readonly (readonly [string, ReplicationBackend])[] = [
  ["InlineBackend", new InlineBackend()],
  ["PoolBackend", new PoolBackend({ threads: 2 })],
];

describe.each(backends)("%s with the engine", (_name, backend) => {
  afterAll(() => backend.close());

  it("run delivers the bytes of runReplication", async () => {
    let delivered = 0;
    const job = { parameterSets, seed: "7", tasks: dealReplications(2, 0, 6) };
    await backend.run(job, {
      onResult({ scenarioIndex, replicationIndex }, result) {
        const parameters = parameterSets[scenarioIndex] ?? tinyParameters(1, 1);
        const expected = runReplication(parameters, "7", replicationIndex);
        expect(Buffer.from(result.buffer).equals(Buffer.from(expected.buffer))).toBe(true);
        expect(expected.gridStock.some((stock) => stock > 0)).toBe(true);
        delivered++;
      },
    });
    expect(delivered).toBe(12);
  });
});
