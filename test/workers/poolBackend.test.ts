import { describe, expect, it } from "vitest";
import { dealReplications, PoolBackend, WorkerLostError } from "../../workers/index.ts";
import { tinyParameters } from "./fixtures/tinyReplication.ts";

const tinyWorker = new URL("./fixtures/tinyWorker.ts", import.meta.url);
const brokenWorker = new URL("./fixtures/brokenWorker.mjs", import.meta.url);
const parameterSets = [tinyParameters(3, 100)];
const ignore = { onResult: () => {} };

describe("PoolBackend", () => {
  it("run rejects with WorkerLostError when a thread ends under a replication, and can be used again", async () => {
    const backend = new PoolBackend({ threads: 2, worker: tinyWorker });
    const job = { parameterSets, seed: "exits", tasks: dealReplications(1, 0, 12) };
    const error = await backend.run(job, ignore).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(WorkerLostError);
    expect(error).toMatchObject({
      message: "a worker was lost during replication 5: worker exited with code: 9",
      task: { scenarioIndex: 0, replicationIndex: 5 },
    });
    await expect(backend.run({ ...job, seed: "1" }, ignore)).resolves.toBeUndefined();
    await backend.close();
  });

  it("run rejects when the threads cannot start", async () => {
    const backend = new PoolBackend({ threads: 2, worker: brokenWorker });
    const job = { parameterSets, seed: "1", tasks: dealReplications(1, 0, 1) };
    await expect(backend.run(job, ignore)).rejects.toThrow("this module cannot be loaded");
    await backend.close();
  });

  it("run abandons a replication that does not end when the signal aborts", async () => {
    const backend = new PoolBackend({ threads: 2, worker: tinyWorker });
    const controller = new AbortController();
    const job = { parameterSets, seed: "stalls", tasks: dealReplications(1, 0, 6) };
    setTimeout(() => controller.abort(new Error("stopped")), 1000);
    await expect(backend.run(job, ignore, controller.signal)).rejects.toThrow("stopped");
    await backend.close();
  });

  it("close during a run rejects the run", async () => {
    const backend = new PoolBackend({ threads: 1, worker: tinyWorker });
    const running = backend.run({ parameterSets, seed: "stalls", tasks: dealReplications(1, 0, 6) }, ignore);
    setTimeout(() => void backend.close(), 500);
    await expect(running).rejects.toBeInstanceOf(WorkerLostError);
  });

  it("constructor requires a positive number of threads", () => {
    expect(() => new PoolBackend({ threads: 0 })).toThrow(
      new RangeError("PoolBackend requires a positive number of threads, got 0"),
    );
  });
});
