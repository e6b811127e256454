import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CliError } from "../../cli/cliError.ts";
import { evaluate, evaluateReaders } from "../../cli/evaluate.ts";
import { DiskScenarioFiles } from "../../cli/scenarioFiles.ts";
import { loadScenario } from "../../scenarios/index.ts";
import { InlineBackend, PoolBackend } from "../../workers/index.ts";
import { packageFolder } from "../sourceFiles.ts";

const file = join(packageFolder, "test", "cli", "fixtures", "emptying.yaml");
const at = (rate: number) =>
  loadScenario(file, new DiskScenarioFiles(), [`systems.here.streams.all.admissions=${rate} persons / d`]);
const scenarios = [at(0.5), at(2)];
const POINTS = [
  { measure: "here.system.stock", at: 0 },
  { measure: "here.system.stock", at: 2 },
] as const;
const OPTIONS = { seed: "1", from: 0, to: 200, workers: 1 };

describe("evaluate", () => {
  it("gives a value for each scenario, point and replication: mean rate x days, up to the stay", async () => {
    const values = await evaluate(scenarios, POINTS, { ...OPTIONS, backend: new InlineBackend() });
    const means = values.map((lists) => lists.map((list) => list.reduce((sum, x) => sum + x, 0) / 200));
    // Poisson means 25, 50 and 100, 200; four standard errors of each.
    expect(values.every((lists) => lists.every((list) => list.length === 200))).toBe(true);
    for (const [s, rate] of [0.5, 2].entries()) {
      expect(Math.abs(means[s]![0]! - 50 * rate)).toBeLessThan(4 * Math.sqrt((50 * rate) / 200));
      expect(Math.abs(means[s]![1]! - 100 * rate)).toBeLessThan(4 * Math.sqrt((100 * rate) / 200));
    }
  });

  it("gives the same on threads, in parts, and whatever else is asked for", async () => {
    const backend = new PoolBackend({ threads: 2 });
    const whole = await evaluate(scenarios, POINTS, { ...OPTIONS, to: 12, backend });
    const inline = await evaluate(scenarios, POINTS, { ...OPTIONS, to: 12, backend: new InlineBackend() });
    const part = await evaluate(scenarios.slice(1), POINTS.slice(1), {
      ...OPTIONS,
      from: 7,
      to: 12,
      backend,
    });
    await backend.close();
    expect(inline).toEqual(whole);
    expect([...part[0]![0]!]).toEqual([...whole[1]![1]!.slice(7)]);
  });

  it("counts each replication, stops at the signal, and names the scenario that fails", async () => {
    let done = 0;
    const controller = new AbortController();
    const advance = () => {
      done += 1;
      if (done === 5) controller.abort(new Error("enough"));
    };
    const backend = new InlineBackend();
    const stopped = evaluate(scenarios, POINTS, { ...OPTIONS, backend, advance, signal: controller.signal });
    await expect(stopped).rejects.toThrow("enough");
    expect(done).toBe(5);
    const broken = new InlineBackend(() => () => {
      throw new RangeError("out of range");
    });
    const failed = evaluateReaders(scenarios, [[], []], { ...OPTIONS, backend: broken });
    await expect(failed).rejects.toThrow(CliError);
    await expect(failed).rejects.toThrow('scenario "emptying": replication 0 failed: out of range');
  });

  it("refuses an unknown measure before anything runs", async () => {
    const unknown = evaluate(scenarios, [{ measure: "here.system.stok", at: 0 }], OPTIONS);
    await expect(unknown).rejects.toThrow('measure "here.system.stok" is not known');
  });
});
