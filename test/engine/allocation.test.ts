import { type HeapProfiler, Session } from "node:inspector/promises";
import { describe, expect, it } from "vitest";
import { type ModelParameters, ReplicationRunner } from "../../engine/index.ts";
import { prisonNetwork } from "../fixtures/prisonNetwork.ts";
import { everything } from "./everything.ts";
import { scaled } from "./scaled.ts";

/**
 * When the compiler is done depends on how busy the machine is, and code that it has not reached yet allocates: so
 * the least of up to five replications counts.
 *
 * One sample for about each 4 KiB allocated: a replication that allocates 2 MiB gives 500, so 5 % off.
 */
const SAMPLING_INTERVAL = 4096;

/** Bytes that a call allocates on the heap of JavaScript, objects that are collected meanwhile included. */
async function allocatedBytes(call: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post("HeapProfiler.startSampling", {
    samplingInterval: SAMPLING_INTERVAL,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  } as HeapProfiler.StartSamplingParameterType);
  call();
  const { profile } = await session.post("HeapProfiler.stopSampling");
  session.disconnect();
  const bytes = (node: HeapProfiler.SamplingHeapProfileNode): number =>
    node.children.reduce((sum, child) => sum + bytes(child), node.selfSize);
  return bytes(profile.head);
}

/** The least that a replication of a model allocates once it is warm, and the events of the last one measured. */
async function warmReplication(
  model: ModelParameters,
  bar: number,
): Promise<{ least: number; events: number }> {
  const runner = new ReplicationRunner(model);
  for (let index = 0; index < 6; index++) {
    runner.run("warm-up", index);
  }
  let least = Infinity;
  let events = 0;
  for (let index = 0; index < 5 && least >= bar; index++) {
    const allocated = await allocatedBytes(() => {
      events = runner.run("measured", index).eventCounts.reduce((sum, count) => sum + count, 0);
    });
    least = Math.min(least, allocated);
  }
  return { least, events };
}

describe("ReplicationRunner.run", () => {
  it("run allocates less than 1 MB in a replication of about 170,000 events once it is warm", async () => {
    const model = { ...prisonNetwork({ scale: 0.1 }), gridDays: [3650] };
    const { least, events } = await warmReplication(model, 1e6);
    expect(events).toBeGreaterThan(150_000);
    expect(events).toBeLessThan(190_000);
    expect(least).toBeLessThan(1e6);
  });

  it("run allocates less than 1.2 MB in one of about 210,000 events of all kinds once it is warm", async () => {
    const { least, events } = await warmReplication(scaled(everything(), 20), 1.2e6);
    expect(events).toBeGreaterThan(190_000);
    expect(events).toBeLessThan(230_000);
    expect(least).toBeLessThan(1.2e6);
  });

  it("run that kept one number for each event would be found out: the measurement sees what is collected", async () => {
    const seen = await allocatedBytes(() => {
      let kept: { readonly value: number } = { value: 0 };
      for (let event = 0; event < 170_000; event++) {
        kept = Object.freeze({ value: kept.value + Math.sqrt(event) });
      }
      expect(kept.value).toBeGreaterThan(0);
    });
    expect(seen).toBeGreaterThan(2e6);
  });
});
