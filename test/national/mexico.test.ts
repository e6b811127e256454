import { describe, expect, it } from "vitest";
import { DiskScenarioFiles } from "../../cli/scenarioFiles.ts";
import { FLOWS, type ReplicationResult, ReplicationRunner } from "../../engine/index.ts";
import { type CompiledScenario, dayNumber, loadScenario } from "../../scenarios/index.ts";

const START = "2024-12-31";
const REPLICATIONS = 3;

interface Runs {
  readonly scenario: CompiledScenario;
  readonly results: readonly ReplicationResult[];
}

/** A year of each scenario: long enough for the counts of 2025. */
function runsOf(id: string): Runs {
  const scenario = loadScenario(id, new DiskScenarioFiles(), ["horizon=2025-12-31", "grid=month"]);
  const runner = new ReplicationRunner(scenario.parameters);
  const results = Array.from({ length: REPLICATIONS }, (_, index) =>
    structuredClone(runner.run("mexico", index)),
  );
  return { scenario, results };
}

const steady = runsOf("mexico");
const published = runsOf("mexico-2025");

/** Mean over replications of the people inside at the beginning of a day of the grid. */
function stockOn({ scenario, results }: Runs, date: string): number {
  const row = scenario.parameters.gridDays.indexOf(dayNumber(date, START));
  const facilities = scenario.facilities.length;
  const sums = results.map(({ gridStock }) =>
    gridStock.slice(row * facilities, (row + 1) * facilities).reduce((sum, people) => sum + people, 0),
  );
  return sums.reduce((sum, people) => sum + people, 0) / results.length;
}

/** The same for the people before trial. */
function pretrialOn({ scenario, results }: Runs, date: string): number {
  const { gridDays, levels } = scenario.parameters;
  const at = gridDays.indexOf(dayNumber(date, START)) * levels.length + levels.indexOf("pretrial");
  return results.reduce((sum, { gridLevelStock }) => sum + gridLevelStock[at]!, 0) / results.length;
}

describe("mexico on day 0", () => {
  const [result] = steady.results;
  const people = (level: string) =>
    steady.scenario.facilities.reduce(
      (sum, facility, f) => sum + (facility.level === level ? result!.initialStock[f]! : 0),
      0,
    );

  it("mexico holds the people of the end of 2024, before and after their sentence", () => {
    expect([people("federal"), people("state")]).toEqual([20_702, 216_071]);
    expect(steady.scenario.parameters.levels).toEqual(["pretrial", "sentenced"]);
    expect([...result!.initialLevelStock]).toEqual([86_038, 236_773 - 86_038]);
  });
});

describe("mexico over a year", () => {
  it("mexico stays as full as it was, within half a percent, and as many stay before trial, within two", () => {
    expect(Math.abs(stockOn(steady, "2025-12-01") / 236_773 - 1)).toBeLessThan(0.005);
    expect(Math.abs(pretrialOn(steady, "2025-12-01") / 86_038 - 1)).toBeLessThan(0.02);
  });

  it("mexico admits the people of 2024 and sentences about 30,000 (four standard errors)", () => {
    const last = steady.scenario.parameters.gridDays.length - 1;
    const flow = (name: (typeof FLOWS)[number]) =>
      steady.results.reduce(
        (sum, { gridFlows }) => sum + gridFlows[last * FLOWS.length + FLOWS.indexOf(name)]!,
        0,
      ) / REPLICATIONS;
    const years = 365 / 365.25;
    expect(Math.abs(flow("admissions") - 140_510 * years)).toBeLessThan(
      4 * Math.sqrt(140_510 / REPLICATIONS),
    );
    expect(Math.abs(flow("reclassifications") - 30_240 * years)).toBeLessThan(600);
  });
});

describe("mexico-2025", () => {
  it.each([
    ["2025-07-01", 248_361],
    ["2025-10-01", 254_109],
    ["2025-12-01", 256_557],
  ])("mexico-2025 comes within one percent of the people counted the day before %s", (date, counted) => {
    expect(Math.abs(stockOn(published, date) / counted - 1)).toBeLessThan(0.01);
  });

  it("mexico-2025 adds its people before trial, and none in federal centres", () => {
    const more = stockOn(published, "2025-12-01") - stockOn(steady, "2025-12-01");
    const before = pretrialOn(published, "2025-12-01") - pretrialOn(steady, "2025-12-01");
    expect(before / more).toBeGreaterThan(0.8);
    const { scenario, results } = published;
    const row = scenario.parameters.gridDays.indexOf(dayNumber("2025-12-01", START));
    scenario.facilities.forEach(({ level, id }, f) => {
      if (level !== "federal") return;
      const at = row * scenario.facilities.length + f;
      expect(results[0]!.gridStock[at], id).toBe(steady.results[0]!.gridStock[at]);
    });
  });
});
