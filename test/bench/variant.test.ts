import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { workloadParameters } from "../../bench/replications.ts";
import { type Variant, writeVariant } from "../../bench/variant.ts";
import { DiskScenarioFiles } from "../../cli/scenarioFiles.ts";
import { loadScenario } from "../../scenarios/index.ts";

const folder = mkdtempSync(join(tmpdir(), "bedspace-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const parametersOf = (variant: Variant) =>
  loadScenario(writeVariant(folder, "variant", variant), new DiskScenarioFiles()).parameters;

describe("writeVariant", () => {
  it("writeVariant without changes is the reference workload", () => {
    expect(parametersOf({})).toEqual(workloadParameters("prison-network", 1));
  });

  it("writeVariant scales admissions and places with the people", () => {
    const { initialStock, regimes } = parametersOf({ persons: 15_000 });
    expect(initialStock.reduce((sum, { persons }) => sum + persons, 0)).toBe(15_000);
    expect(regimes[0]!.streams[0]!.admissionsPerDay).toBeCloseTo(4500 / 365, 10);
    expect(regimes[0]!.capacity.every((places) => places === 100)).toBe(true);
  });

  it("writeVariant deals any number of facilities to the levels and keeps the places of each level", () => {
    const { facilities, regimes } = parametersOf({ facilities: 10 });
    const places = new Map<string, number>();
    facilities.forEach(({ level }, f) => {
      places.set(level, (places.get(level) ?? 0) + regimes[0]!.capacity[f]!);
    });
    expect(facilities).toHaveLength(10);
    expect([...places.values()]).toEqual([30_000, 30_000, 30_000, 30_000]);
    expect(() => parametersOf({ facilities: 3 })).toThrow("at least 4 facilities, got 3");
  });

  it("writeVariant changes approvals from the middle of the horizon on", () => {
    const { regimes } = parametersOf({ horizonDays: 200, laterApproval: 0.5 });
    const approvals = regimes.map(({ fromDay, corridors }) => [
      fromDay,
      corridors[0]!.review.approvalProbability,
    ]);
    expect(approvals).toEqual([
      [0, 0.25],
      [100, 0.5],
    ]);
  });
});
