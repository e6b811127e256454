import { describe, expect, it } from "vitest";
import type { ReplicationResult } from "../../engine/result.ts";
import { perPoint } from "../../reports/measures/perPoint.ts";
import { remembered } from "../../reports/measures/remembered.ts";
import { measureValues } from "../../reports/measures.ts";
import { overlaid } from "./overlaid.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

describe("remembered", () => {
  const [first, second] = [{ index: 0 }, { index: 1 }] as ReplicationResult[];

  it("remembered reads a replication once, and again after another one", () => {
    const read: number[] = [];
    const reader = remembered(({ index }) => read.push(index));
    for (const result of [first!, first!, second!, second!, first!]) reader(result);
    expect(read).toEqual([0, 1, 0]);
  });

  it("remembered gives what was read, also where that is undefined", () => {
    let count = 0;
    const reader = remembered(() => {
      count += 1;
      return undefined;
    });
    expect([reader(first!), reader(first!)]).toEqual([undefined, undefined]);
    expect(count).toBe(1);
  });

  it("remembered tells replications apart that lie in one memory", () => {
    const scenario = syntheticScenario();
    const results = syntheticResults(scenario, 4);
    for (const measure of ["us.system.shareAbove100", "us.system.facilitiesAbove130"]) {
      const kept = measureValues(scenario, results, measure, 2);
      expect(measureValues(scenario, overlaid(results), measure, 2)).toEqual(kept);
    }
  });
});

describe("perPoint", () => {
  it("perPoint makes a thing once for each point", () => {
    const made: unknown[] = [];
    const at = perPoint((point) => made.push(point));
    for (const point of [3, 3, "start", 0, "start"] as const) at(point);
    expect(made).toEqual([3, "start", 0]);
  });
});
