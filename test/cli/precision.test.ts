import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CliError } from "../../cli/cliError.ts";
import { checkPrecisionFlags } from "../../cli/precisionFlags.ts";
import { DiskScenarioFiles } from "../../cli/scenarioFiles.ts";
import { sequenceOf } from "../../cli/sequence.ts";
import { runReplication } from "../../engine/index.ts";
import { loadScenario } from "../../scenarios/index.ts";
import { packageFolder } from "../sourceFiles.ts";

const file = join(packageFolder, "test", "cli", "fixtures", "emptying.yaml");
const at = (rate: number) =>
  loadScenario(file, new DiskScenarioFiles(), [`systems.here.streams.all.admissions=${rate} persons / d`]);
const STOCK = "here.system.stock";

function problem(typed: Parameters<typeof checkPrecisionFlags>[0]): string {
  try {
    checkPrecisionFlags(typed);
  } catch (error) {
    const { message, hint } = error as CliError;
    return `${message} | ${hint}`;
  }
  return "none";
}

describe("checkPrecisionFlags", () => {
  it.each([
    [{ on: STOCK }, "--on needs --precision | for example: --precision 0.5%"],
    [{ "max-replications": "9" }, "--max-replications needs --precision"],
    [{ precision: "1%" }, "--precision needs --on, which says what is to be known so well"],
    [{ precision: "1%", on: STOCK, replications: "9" }, "leave out --replications"],
    [{ precision: "1%", on: STOCK, draws: "9" }, "--precision does not go with --draws"],
    [
      { precision: "0", on: STOCK },
      '--precision must be a number above 0, or so many per cent of the value; got "0"',
    ],
    [{ precision: "a few", on: STOCK }, 'got "a few"'],
    [
      { precision: "1%", on: STOCK, "min-replications": "10" },
      "--min-replications must be a whole number from 64",
    ],
    [
      { precision: "1%", on: STOCK, "min-replications": "200", "max-replications": "100" },
      "--max-replications must be a whole number from 200",
    ],
  ])("refuses %j", (typed, expected) => {
    expect(problem(typed)).toContain(expected);
  });

  it("reads a share of the value and a number in its unit", () => {
    const goal = (precision: string) => checkPrecisionFlags({ precision, on: STOCK }).precision;
    expect(goal("0.5%")).toMatchObject({ halfWidth: 0.005, relative: true, minimum: 64, maximum: 10_000 });
    expect(goal("50")).toMatchObject({ halfWidth: 50, relative: false });
  });
});

/** The replications and the report at which a run ends. */
function stops(rates: readonly number[], precision: string, on: readonly string[], maximum = 2000) {
  const scenarios = rates.map(at);
  const flags = checkPrecisionFlags({ precision, on: [...on], "max-replications": String(maximum) });
  const sequence = sequenceOf(scenarios, { replications: 1, ...flags });
  const runs = scenarios.map((scenario) => ({
    scenario,
    results: Array.from({ length: sequence.looks.at(-1)! }, (_, i) =>
      runReplication(scenario.parameters, "1", i),
    ),
  }));
  const upTo = (look: number) =>
    runs.map(({ scenario, results }) => ({ scenario, results: results.slice(0, look) }));
  for (const look of sequence.looks) {
    const report = sequence.judge(upTo(look), look);
    if (report?.reason === "reached") {
      return { look, report, sequence, runs };
    }
  }
  const look = sequence.looks.at(-1)!;
  return { look, report: sequence.judge(runs, look)!, sequence, runs };
}

describe("sequenceOf", () => {
  it("has one look where the number of replications is given", () => {
    const sequence = sequenceOf([at(1)], { replications: 7 });
    expect(sequence.looks).toEqual([7]);
    expect(sequence.judge([], 7)).toBeUndefined();
  });

  it("stops at the first look whose interval is short enough, near (1.96 sd / half-width) squared", () => {
    // The stock at the end is Poisson: 2 a day for 100 days, mean 200.
    const { look, report, sequence } = stops([2], "1", [STOCK]);
    const needed = (1.96 ** 2 * 200) / 1 ** 2;
    expect(report.reason).toBe("reached");
    expect(look).toBeGreaterThan(0.75 * needed);
    expect(look).toBeLessThan(1.25 * 1.25 * needed);
    const [row] = report.rows;
    expect(row).toMatchObject({ statistic: "mean", measure: STOCK, n: look, target: 1, reached: true });
    expect(row!.halfWidth!).toBeLessThanOrEqual(1);
    expect(sequence.looks[0]).toBeGreaterThanOrEqual(64);
  });

  it("says so when the maximum comes first", () => {
    const { look, report } = stops([2], "0.1", [STOCK], 100);
    expect([look, report.reason]).toEqual([100, "maximum"]);
    expect(report.rows[0]?.reached).toBe(false);
  });

  it("needs all quantities, and takes probabilities and paired differences", () => {
    const on = [`probability(${STOCK} > 200, at: 2026-05-31)`, `difference(${STOCK})`];
    const { report } = stops([2, 2.1], "20", on, 200);
    expect(report.rows.map(({ statistic, scenario }) => [statistic, scenario]).length).toBe(3);
    expect(report.rows.every(({ interval }) => /after sequential stopping$/.test(interval))).toBe(true);
    const difference = report.rows.find(({ statistic }) => statistic === "difference")!;
    expect(Math.abs(difference.estimate - 10)).toBeLessThan(4 * (difference.halfWidth! / 1.96));
  });

  it("takes the mean of zeros and ones as a probability, which is not known for certain where all are equal", () => {
    // At one person in 1,000 days nobody ever counts 130.
    const { look, report } = stops([0.001], "0.02", ["here.facility.east.crossed130"], 400);
    const [row] = report.rows;
    // Wilson's interval of 0 of n: from 0 to z² / (n + z²), and half of that within 0.02.
    const high = 1.96 ** 2 / (look + 1.96 ** 2);
    expect(row).toMatchObject({ statistic: "probability", estimate: 0, low: 0, reached: true });
    expect(row!.high).toBeCloseTo(high, 4);
    expect(look).toBeGreaterThan(90);
  });

  it("does not depend on the order in which replications came in", () => {
    const { look, sequence, runs } = stops([2], "1", [STOCK]);
    const turned = runs.map(({ scenario, results }) => ({
      scenario,
      results: results.slice(0, look).toReversed(),
    }));
    const straight = runs.map(({ scenario, results }) => ({ scenario, results: results.slice(0, look) }));
    expect(sequence.judge(turned, look)).toEqual(sequence.judge(straight, look));
  });

  it("refuses a measure that is not known, and a difference from nothing", () => {
    const plan = (on: string) => () =>
      sequenceOf([at(1)], { replications: 1, ...checkPrecisionFlags({ precision: "1", on }) });
    expect(plan("here.system.stok")).toThrow(/--on: .*here\.system\.stok/);
    expect(plan(`difference(${STOCK})`)).toThrow("needs a second scenario");
  });
});
