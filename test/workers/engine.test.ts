import { afterAll, describe, expect, it } from "vitest";
import { type ModelParameters, runReplication } from "../../engine/index.ts";
import {
  dealReplications,
  InlineBackend,
  PoolBackend,
  type ReplicationBackend,
  type ReplicationHandlers,
  type ReplicationTask,
} from "../../workers/index.ts";
import { tinyParameters } from "./fixtures/tinyReplication.ts";

const [first, second] = [tinyParameters(3, 20), tinyParameters(2, 25)];
const parameterSets = [first, second];

/** The first set with other admissions from a day on. */
function forked(fromDay: number, admissionsPerDay: number): ModelParameters {
  const [regime] = first.regimes;
  const streams = regime!.streams.map((stream) => ({ ...stream, admissionsPerDay }));
  return { ...first, regimes: [regime!, { ...regime!, fromDay, streams }] };
}

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

  it("run lays later results over the buffers that its handler gives back, and delivers the same bytes", async () => {
    const sets = [first, forked(10, 9), second];
    const given: ArrayBuffer[] = [];
    const delivered = new Set<ArrayBuffer>();
    const same: boolean[] = [];
    const tasks = dealReplications(sets.length, 0, 8);
    const onResult: ReplicationHandlers["onResult"] = (
      { scenarioIndex, replicationIndex },
      { buffer },
      reuse,
    ) => {
      const expected = runReplication(sets[scenarioIndex]!, "7", replicationIndex);
      same.push(Buffer.from(buffer).equals(Buffer.from(expected.buffer)));
      new Uint8Array(buffer).fill(255);
      delivered.add(buffer);
      given.push(buffer);
      reuse(buffer);
    };
    await backend.run({ parameterSets: sets, seed: "7", tasks }, { onResult });
    expect(same).toEqual(tasks.map(() => true));
    const moved = given.filter(({ byteLength }) => byteLength === 0);
    const laidOverAgain = given.length - delivered.size;
    expect(moved.length + laidOverAgain).toBeGreaterThan(8);
  });

  it("run delivers the bytes of runReplication where parameter sets share a beginning", async () => {
    const sets = [first, forked(10, 9), second, forked(10, 1), forked(20, 9)];
    const delivered = new Map<string, boolean>();
    const deliver = (tasks: readonly ReplicationTask[]): Promise<void> =>
      backend.run(
        { parameterSets: sets, seed: "7", tasks },
        {
          onResult({ scenarioIndex, replicationIndex }, { buffer }) {
            const expected = runReplication(sets[scenarioIndex]!, "7", replicationIndex);
            const same = Buffer.from(buffer).equals(Buffer.from(expected.buffer));
            delivered.set(`${scenarioIndex}/${replicationIndex}`, same);
          },
        },
      );
    const all = dealReplications(sets.length, 0, 5);
    await deliver(all.filter(({ scenarioIndex }) => scenarioIndex % 2 === 0));
    await deliver(all.filter(({ scenarioIndex }) => scenarioIndex % 2 === 1));
    expect([...delivered.values()]).toEqual(all.map(() => true));
  });

  it("run names the set at fault where several share a beginning, and does not deliver it", async () => {
    // On day 10 every facility closes, and there is no place for the people inside.
    const [before, after] = forked(10, 9).regimes;
    const closed = { ...first, regimes: [before!, { ...after!, capacity: [0, 0, 0] }] };
    const sets = [first, closed, forked(20, 9)];
    const delivered: number[] = [];
    const job = { parameterSets: sets, seed: "7", tasks: dealReplications(3, 0, 1) };
    const running = backend.run(job, { onResult: ({ scenarioIndex }) => delivered.push(scenarioIndex) });
    await expect(running).rejects.toMatchObject({ task: { scenarioIndex: 1, replicationIndex: 0 } });
    expect(delivered.filter((scenario) => scenario === 1)).toEqual([]);
  });
});
