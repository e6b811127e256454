import { describe, expect, it } from "vitest";
import { judgeGates, planGates } from "../../../reports/gates/gateRows.ts";
import { gateLine, gateSummary } from "../../../reports/text/en/gates.ts";
import { gatedScenario, resultsOf } from "./poissonScenario.ts";

const OWN = "gates:\n  - mean(here.system.stock) < 90\n";
const base = gatedScenario("first", OWN);
const other = gatedScenario("second", OWN);
const run = (scenario: typeof base, stocks: readonly number[]) => {
  return { scenario, results: resultsOf(scenario, stocks) };
};

describe("planGates", () => {
  it("takes each scenario's own gates, and further ones for all but the base of a comparison", () => {
    const further = ["difference(here.system.stock) < 0", "mean(here.system.stock) < 90"];
    const { planned, errors } = planGates([base, other], further);
    expect(errors).toEqual([]);
    expect(planned.map(({ scenario, bound }) => [scenario, bound.gate.text])).toEqual([
      [0, "mean(here.system.stock) < 90"],
      [1, "mean(here.system.stock) < 90"],
      [1, "difference(here.system.stock) < 0"],
    ]);
    expect(planGates([base], ["mean(here.system.stock) > 0"]).planned.length).toBe(2);
  });

  it("refuses a difference without a base, and returns every problem", () => {
    const { errors } = planGates([base], ["difference(here.system.stock) < 0", "mean(x) < 1"]);
    expect(errors.map(({ message }) => message)).toEqual([
      'gate "difference(here.system.stock) < 0", column 1: a difference needs a base to differ from',
      'gate "mean(x) < 1", column 6: "first" has no measure "x"',
    ]);
  });
});

describe("judgeGates", () => {
  it("reads differences pair by pair, by replication index", () => {
    const { planned } = planGates([base, other], ["difference(here.system.stock) < 0"]);
    const left = run(base, [80, 100, 60]);
    const right = run(other, [78, 97, 59]);
    const rows = judgeGates(planned, [left, { ...right, results: right.results.toReversed() }], 0.95);
    expect(rows.map(({ verdict }) => verdict)).toEqual(["undecided", "undecided", "undecided"]);
    expect(rows[2]).toMatchObject({ scenario: "second", estimate: -2, n: 3, at: "2027-01-01" });
    expect(rows[2]!.high).toBeCloseTo(-2 + 2.4841377, 6);
  });
});

describe("gateLine", () => {
  it("gives the verdict with estimate and interval", () => {
    const { planned } = planGates([base], ["probability(here.system.stock > 95, by: 2027-01-01) < 50 %"]);
    const rows = judgeGates(planned, [run(base, [80, 82, 81, 80, 82, 81])], 0.95);
    expect(rows.map(gateLine)).toEqual([
      "✓ first: mean(here.system.stock) < 90: holds: 81.00 people (95 % interval 80.06 to 81.94, 6 replications)",
      "✓ first: probability(here.system.stock > 95, by: 2027-01-01) < 50 %: holds: 0.0 % (95 % interval 0.0 to 39.0, 6 replications, looked for on 5 sampling dates)",
    ]);
    const undecided = judgeGates(planned, [run(base, [80, 100, 81])], 0.95);
    expect(undecided.map(({ verdict }) => verdict)).toEqual(["undecided", "undecided"]);
    expect(gateLine(undecided[1]!)).toMatch(/^\? .*: undecided: .*; the limit 50 % lies within it$/);
    expect(gateSummary([...rows, ...undecided])).toBe("2 of 4 gates hold, 2 undecided");
    const failed = judgeGates(planned, [run(base, [180, 200, 181])], 0.95);
    expect(gateSummary(failed)).toBe("0 of 2 gates hold, 1 does not, 1 undecided");
  });
});
