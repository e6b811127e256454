import { createHash } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import {
  dealReplications,
  InlineBackend,
  PoolBackend,
  type ReplicationBackend,
  ReplicationError,
  type ReplicationJob,
} from "../../workers/index.ts";
import { prepareTiny, tinyParameters, tinyReplication } from "./fixtures/tinyReplication.ts";

const worker = new URL("./fixtures/tinyWorker.ts", import.meta.url);
const backends: Record<string, () => ReplicationBackend> = {
  InlineBackend: () => new InlineBackend(prepareTiny),
  "PoolBackend of one thread": () => new PoolBackend({ threads: 1, worker }),
  "PoolBackend of two threads": () => new PoolBackend({ threads: 2, worker }),
  "PoolBackend of three threads": () => new PoolBackend({ threads: 3, worker }),
};

const parameterSets = [tinyParameters(3, 100), tinyParameters(5, 250)];
const job = (seed: string, replications = 8): ReplicationJob => ({
  parameterSets,
  seed,
  tasks: dealReplications(parameterSets.length, 0, replications),
});

/** What the same job gives when the replications are simply called: task → hash of the bytes. */
function expected({ seed, tasks }: ReplicationJob): Map<string, string> {
  return new Map(
    tasks.map(({ scenarioIndex, replicationIndex }) => {
      const parameters = parameterSets[scenarioIndex] ?? tinyParameters(1, 1);
      const { buffer } = tinyReplication(parameters, seed, replicationIndex);
      return [`${scenarioIndex}/${replicationIndex}`, hash(buffer)];
    }),
  );
}

function hash(buffer: ArrayBuffer): string {
  return createHash("sha256").update(new Uint8Array(buffer)).digest("hex");
}

describe.each(Object.entries(backends))("%s", (_name, create) => {
  const backend = create();
  let delivered: Map<string, string>;

  const run = (toRun: ReplicationJob, options: { signal?: AbortSignal; each?: () => void } = {}) =>
    backend.run(
      toRun,
      {
        onResult({ scenarioIndex, replicationIndex }, result) {
          expect(result.index).toBe(replicationIndex);
          expect(delivered.has(`${scenarioIndex}/${replicationIndex}`)).toBe(false);
          delivered.set(`${scenarioIndex}/${replicationIndex}`, hash(result.buffer));
          options.each?.();
        },
      },
      options.signal,
    );

  beforeEach(() => {
    delivered = new Map();
  });
  afterAll(() => backend.close());

  it("run delivers every replication once, with the bytes that the function itself gives", async () => {
    await run(job("1"));
    expect(new Map([...delivered].sort())).toEqual(new Map([...expected(job("1"))].sort()));
  });

  it("run gives a replication the same bytes alone as in a batch", async () => {
    await run({ ...job("1"), tasks: [{ scenarioIndex: 1, replicationIndex: 6 }] });
    expect([...delivered]).toEqual([["1/6", expected(job("1")).get("1/6")]]);
  });

  it("run takes jobs one after another and keeps their parameters apart", async () => {
    await run(job("1", 2));
    delivered.clear();
    const swapped = {
      parameterSets: parameterSets.toReversed(),
      seed: "1",
      tasks: dealReplications(2, 0, 2),
    };
    await run(swapped);
    expect(delivered.get("0/1")).toBe(expected(job("1")).get("1/1"));
    expect(delivered.get("1/1")).toBe(expected(job("1")).get("0/1"));
  });

  it("run of no tasks resolves", async () => {
    await expect(run(job("1", 0))).resolves.toBeUndefined();
  });

  it("run lets the event loop turn between deliveries", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await run(job("1", 12)).finally(() => clearInterval(timer));
    expect(turns).toBeGreaterThan(3);
  });

  it("run rejects with the signal's reason, keeps what is finished and delivers nothing after", async () => {
    const controller = new AbortController();
    const each = () => delivered.size === 6 && controller.abort(new Error("enough"));
    await expect(run(job("1", 40), { signal: controller.signal, each })).rejects.toThrow("enough");
    const atAbort = delivered.size;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(delivered.size).toBe(atAbort);
    expect(atAbort).toBe(6);
  });

  it("run delivers nothing after an abort or a failing handler, also when replies come thick and fast", async () => {
    for (let round = 1; round <= 4; round++) {
      delivered.clear();
      const controller = new AbortController();
      const each = () => {
        if (delivered.size !== 50 + round) return;
        if (round % 2 === 0) throw new Error("enough");
        controller.abort(new Error("enough"));
      };
      await expect(run(job("fast", 400), { signal: controller.signal, each })).rejects.toThrow("enough");
      expect(delivered.size).toBe(50 + round);
    }
  });

  it("run rejects at once for a signal that has aborted already", async () => {
    await expect(run(job("1"), { signal: AbortSignal.abort(new Error("before")) })).rejects.toThrow("before");
    expect(delivered.size).toBe(0);
  });

  it("run names the replication that threw, does not deliver it, and can be used again", async () => {
    const error = await run(job("throws")).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ReplicationError);
    expect(error).toMatchObject({
      message: "replication 5 failed: the fifth is out of range",
      task: { replicationIndex: 5 },
      cause: { stack: expect.stringContaining("tinyReplication") },
    });
    expect(delivered.has("0/5")).toBe(false);
    delivered.clear();
    await run({ ...job("1"), tasks: [{ scenarioIndex: 0, replicationIndex: 7 }] });
    expect(delivered.get("0/7")).toBe(expected(job("1")).get("0/7"));
  });

  it("run rejects with what a handler throws", async () => {
    const each = () => {
      throw new Error("the disk is full");
    };
    await expect(run(job("1"), { each })).rejects.toThrow("the disk is full");
    expect(delivered.size).toBe(1);
  });

  it("close may be called more than once", async () => {
    await backend.close();
    await expect(backend.close()).resolves.toBeUndefined();
  });
});
