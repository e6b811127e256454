import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { crowdingErrors } from "../experiments/backtest/skill.ts";
import { type ScoredForecast, varianceRow } from "../experiments/index.ts";
import { packageFolder } from "./sourceFiles.ts";

/** The other traps of the field have their tests where the code is: see the list in docs/limits.md. */
describe("a band of outcomes", () => {
  const point = { measure: { name: "stock", unit: "persons" }, at: 0, when: { at: "2030-01-01" } };
  const row = varianceRow(
    { scenario: "a" },
    point as unknown as Parameters<typeof varianceRow>[1],
    {
      written: Float64Array.of(50, 50, 50),
      drawn: [Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 4), Float64Array.of(1, 2, 100)],
    },
    0.95,
  )!;

  it("is not re-centred: skewed outcomes keep their quantiles, far from the mean and from what is written", () => {
    // Type 7 of 1 1 1 2 2 2 3 4 100; at 0.95: 4 + 0.6 x 96. The mean is 116 / 9.
    expect(row.mean).toBeCloseTo(116 / 9, 12);
    expect(row.bands.together!["0.5"]).toBe(2);
    expect(row.bands.together!["0.95"]).toBeCloseTo(61.6, 10);
  });

  it("has no width of its own: none where nothing varies", () => {
    expect(row.bands.chance).toEqual({ "0.05": 50, "0.5": 50, "0.95": 50 });
  });
});

describe("crowding", () => {
  it("is what occupancy is above 1: 139 people in 100 places are 39 %, not 139 %", () => {
    const year = (bopCustody: number) => ({ yearEndStock: bopCustody, bopCustody, ratedCapacity: 100 });
    const history = [
      { year: 2006, ...year(120) },
      { year: 2010, ...year(139) },
    ];
    const forecast = { method: "model", origin: 2006, horizon: 4, point: 130 } as ScoredForecast;
    const [row] = crowdingErrors(history, [forecast]);
    expect(row!.observed).toBeCloseTo(0.39, 12);
    expect(row!.forecast).toBeCloseTo(0.3, 12);
  });
});

describe("the initial stock of the shipped systems", () => {
  it.each([
    ["us", 150_000],
    ["mx", 230_000],
  ])("of %s is neither empty nor exponential", (system, least) => {
    const text = readFileSync(join(packageFolder, `data/tables/${system}-initial-stock.json`), "utf8");
    const { rows } = JSON.parse(text) as { rows: { persons: number }[] };
    expect(rows.reduce((sum, { persons }) => sum + persons, 0)).toBeGreaterThan(least);
    expect(JSON.stringify(rows)).not.toContain("exponential");
  });
});
