import { describe, expect, it } from "vitest";
import { compare } from "../../reports/compare.ts";
import { measureValues } from "../../reports/measures.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

const base = { scenario: syntheticScenario(), results: syntheticResults(syntheticScenario(), 6) };
const scenario = syntheticScenario({ id: "double" });
const other = { scenario, results: syntheticResults(scenario, 6, 4) };
const end = { measures: ["us.system.stock"], dates: ["2028-01-01"] };

describe("compare", () => {
  it("compare pairs replications of one index and subtracts the base", () => {
    const [row] = compare(base, other, end);
    const a = measureValues(scenario, other.results, "us.system.stock", 23);
    const b = measureValues(base.scenario, base.results, "us.system.stock", 23);
    const mean = a.reduce((sum, value, i) => sum + value - b[i]!, 0) / 6;
    expect(row).toMatchObject({ base: "base", scenario: "double", n: 6, at: "2028-01-01", identical: false });
    expect(row?.mean).toBeCloseTo(mean, 9);
    expect(row?.mean).toBeCloseTo(-48, 0);
    expect(row?.shareSameSign).toBe(1);
  });

  it("compare of a scenario with itself is exactly nothing", () => {
    const rows = compare(base, { scenario: syntheticScenario({ id: "same" }), results: base.results });
    expect(rows.every(({ mean, halfWidth, identical }) => mean === 0 && halfWidth === 0 && identical)).toBe(
      true,
    );
    expect(rows.every(({ varianceReduction }) => varianceReduction === null)).toBe(true);
    expect(rows.length).toBeGreaterThan(1000);
  });

  it("compare gives wider intervals that hold together where several scenarios are compared: t at 1 - 0.05 / m", () => {
    // t of 5 degrees of freedom: 2.5706 at 0.975 and 3.1634 at 0.9875 (two-sided 0.95 and 0.975).
    const turned = {
      scenario,
      results: other.results.map((result) => ({ ...result, index: 5 - result.index })),
    };
    const [alone] = compare(base, turned, end);
    const [ofTwo] = compare(base, turned, end, 2);
    expect(alone?.halfWidth).toBeGreaterThan(0);
    expect(alone?.simultaneous).toMatchObject({ halfWidth: alone?.halfWidth, level: 0.95, comparisons: 1 });
    expect(ofTwo?.halfWidth).toBe(alone?.halfWidth);
    expect(ofTwo!.simultaneous.halfWidth! / ofTwo!.halfWidth!).toBeCloseTo(3.1634 / 2.5706, 4);
  });

  it("compare rounds nothing before it subtracts: a difference far below the last digit shown is found", () => {
    const third = { ...base, scenario: syntheticScenario({ id: "third" }) };
    const shares = ["us.system.occupancy"];
    const [row] = compare(base, other, { measures: shares, dates: ["2028-01-01"] });
    const reading = (run: typeof base): Float64Array =>
      measureValues(run.scenario, run.results, "us.system.occupancy", 23);
    const exact = reading(other).reduce((sum, value, i) => sum + (value - reading(base)[i]!), 0) / 6;
    const rounded = (value: number): number => Math.round(value * 1000) / 1000;
    expect(row?.mean).toBe(exact);
    expect(rounded(row!.mean)).not.toBe(row!.mean);
    expect(compare(base, third, { measures: shares }).every(({ mean }) => mean === 0)).toBe(true);
  });

  it("compare says what its intervals are", () => {
    const [row] = compare(base, other, end);
    expect(row?.interval).toBe("confidence interval of the mean of paired differences");
    expect(row?.simultaneous.interval).toMatch(
      /^simultaneous confidence interval .* paired differences \(Bonferroni\)$/,
    );
  });

  it("compare does not depend on the order of completion and uses shared replications only", () => {
    const shuffled = { scenario, results: [other.results[4]!, other.results[1]!, other.results[2]!] };
    const fewer = { scenario, results: [1, 2, 4].map((i) => other.results[i]!) };
    const rows = compare(base, shuffled, end);
    expect(rows).toEqual(compare(base, fewer, end));
    expect(rows[0]?.n).toBe(3);
  });

  it("compare leaves out pairs in which one side is not defined", () => {
    const nobody = { scenario, results: syntheticResults(scenario, 6, 0) };
    expect(compare(base, nobody, { measures: ["corridor.us-mx.meanDaysWaited"] })).toEqual([]);
  });

  it("compare refuses runs with other sampling days or no replication in common", () => {
    const longer = syntheticScenario({ id: "longer", months: 30 });
    expect(() => compare(base, { scenario: longer, results: syntheticResults(longer, 6) })).toThrow(
      'equal sampling days, got other ones in "base" and "longer"',
    );
    expect(() =>
      compare({ ...base, results: base.results.slice(0, 2) }, { scenario, results: other.results.slice(3) }),
    ).toThrow('replications that both have, got none in "base" and "double"');
  });
});
