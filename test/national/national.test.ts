import { describe, expect, it } from "vitest";
import { DiskScenarioFiles } from "../../cli/scenarioFiles.ts";
import { FLOWS, FUNNEL, type ReplicationResult, ReplicationRunner } from "../../engine/index.ts";
import { type CompiledScenario, dayNumber, loadScenario } from "../../scenarios/index.ts";

/** Two years are enough for the policies, which begin on 2026-01-01, to show. */
const load = (id: string): CompiledScenario => loadScenario(id, new DiskScenarioFiles(), ["horizon=2 y"]);
const run = (scenario: CompiledScenario, index = 0): ReplicationResult =>
  new ReplicationRunner(scenario.parameters).run("national", index);

const baseline = load("baseline");
const result = run(baseline);
const { facilities } = baseline;

function peopleIn(stock: Int32Array, where: (facility: (typeof facilities)[number]) => boolean): number {
  return facilities.reduce((sum, facility, f) => sum + (where(facility) ? stock[f]! : 0), 0);
}

function flow(from: ReplicationResult, row: number, system: string, name: (typeof FLOWS)[number]): number {
  const s = baseline.systems.findIndex(({ id }) => id === system);
  return from.gridFlows[(row * baseline.systems.length + s) * FLOWS.length + FLOWS.indexOf(name)]!;
}

describe("baseline on day 0", () => {
  it("baseline holds the people that BOP published for 2024-10-31, to the person", () => {
    const inInstitutions = peopleIn(result.initialStock, (f) => f.system === "us" && f.level !== "community");
    expect(inInstitutions).toBe(143_908);
    expect(peopleIn(result.initialStock, (f) => f.level === "community")).toBe(14_065);
  });

  it("baseline holds the people that INEGI published for the end of 2024, to the person", () => {
    expect(peopleIn(result.initialStock, (f) => f.level === "federal")).toBe(20_702);
    expect(peopleIn(result.initialStock, (f) => f.level === "state")).toBe(216_071);
  });
});

describe("baseline over two years", () => {
  it("baseline loses to Mexico exactly the people whom Mexico gains, on every sampling day", () => {
    const rows = baseline.parameters.gridDays.length;
    for (let row = 0; row < rows; row++) {
      expect(flow(result, row, "us", "transfersOut")).toBe(flow(result, row, "mx", "transfersIn"));
      expect(flow(result, row, "mx", "expulsionsOut")).toBe(flow(result, row, "us", "expulsionsIn"));
    }
    expect(flow(result, rows - 1, "us", "transfersOut")).toBeGreaterThan(0);
    expect(flow(result, rows - 1, "us", "expulsionsIn")).toBe(29 + 26 + 37);
  });

  it("baseline hands over about 41 people a year, as in 2025 (four replications, 3 standard errors)", () => {
    const handedOver = [0, 1, 2, 3].map((index) => {
      const { gridFunnel } = run(baseline, index);
      return gridFunnel[gridFunnel.length - FUNNEL.length + FUNNEL.indexOf("handedOver")]!;
    });
    const mean = handedOver.reduce((sum, value) => sum + value, 0) / handedOver.length;
    expect(Math.abs(mean - 2 * 41)).toBeLessThan(3 * Math.sqrt((2 * 41) / handedOver.length));
  });

  it("replication 3 gives the same bytes alone and after others", () => {
    const runner = new ReplicationRunner(baseline.parameters);
    runner.run("national", 7);
    expect(new Uint8Array(runner.run("national", 3).buffer)).toEqual(new Uint8Array(run(baseline, 3).buffer));
  });
});

describe("policies that begin on 2026-01-01", () => {
  for (const id of ["no-transfers", "double-approvals", "monthly-handovers", "all-eligible-notified"]) {
    it(`${id} equals baseline bit for bit before that day, and differs later`, () => {
      const scenario = load(id);
      const policy = run(scenario);
      const firstDay = dayNumber("2026-01-01", baseline.startDate);
      expect(scenario.firstDifferenceDay).toBe(firstDay);
      const rows = baseline.parameters.gridDays.filter((day) => day <= firstDay).length;
      for (const grid of ["gridStock", "gridFlows", "gridFunnel", "gridCorridorSums"] as const) {
        const width = result[grid].length / baseline.parameters.gridDays.length;
        expect(policy[grid].slice(0, rows * width)).toEqual(result[grid].slice(0, rows * width));
      }
      expect(policy.gridFunnel).not.toEqual(result.gridFunnel);
    });
  }
});
