import { describe, expect, it } from "vitest";
import type { ReplicationResult } from "../../../engine/result.ts";
import { compare } from "../../../reports/compare.ts";
import { measuresOf } from "../../../reports/measures.ts";
import type { DifferenceRow } from "../../../reports/rows.ts";
import { summarise } from "../../../reports/summarise.ts";
import { MX_COSTS, pathResult, pricedScenario, US_COSTS } from "./pricedScenario.ts";

const base = pricedScenario();
const other = pricedScenario("other");
const { horizonDays, gridDays } = base.parameters;
const years = horizonDays / 365.25;

function rowsOf(
  from: (index: number) => ReplicationResult,
  to: (index: number) => ReplicationResult,
  scenarios = [base, other] as const,
): Map<string, DifferenceRow> {
  const indices = [0, 1, 2];
  const [left, right] = scenarios;
  const rows = compare(
    { scenario: left, results: indices.map(from) },
    { scenario: right, results: indices.map(to) },
    { measures: measuresOf(left).flatMap(({ name }) => (name.startsWith("ledger.") ? [name] : [])) },
  );
  return new Map(rows.map((row) => [row.measure, row]));
}

const steady = (index: number) => pathResult(base, () => 500, { index });

describe("compare on the ledger", () => {
  it("gives exactly 0 for a policy that moves nobody, by every method", () => {
    const rows = [...rowsOf(steady, steady).values()];
    expect(rows.length).toBeGreaterThan(25);
    expect(
      rows.filter(({ mean, halfWidth, identical }) => mean !== 0 || halfWidth !== 0 || !identical),
    ).toEqual([]);
  });

  it("prices fewer people at average, by level and marginal cost, and the methods disagree", () => {
    const fewer = (index: number) => pathResult(other, (f) => (f === 0 ? 470 : 500), { index });
    const rows = rowsOf(steady, fewer);
    const mean = (quantity: string) => rows.get(`ledger.us.${quantity}`)?.mean;
    expect(mean("personYears")).toBeCloseTo(-30 * years, 6);
    expect(mean("costAtAverage")).toBeCloseTo(-30 * years * 47000, 2);
    expect(mean("costAtAverageByLevel")).toBeCloseTo(-30 * years * 45000, 2);
    expect(mean("costAtMarginal")).toBeCloseTo(-30 * years * 9000, 2);
    expect(mean("grossValueFreed")).toBeCloseTo(30 * years * 45000, 2);
    expect(mean("costByStep")).toBe(0);
    expect(rows.get("ledger.mx.costAtAverage")?.identical).toBe(true);
  });

  it("knows grossSavings as another name of grossValueFreed", () => {
    const selection = { measures: ["ledger.us.grossSavings"] };
    const runs = { scenario: base, results: [steady(0)] };
    const [row] = compare(runs, { scenario: other, results: [steady(0)] }, selection);
    expect(row?.measure).toBe("ledger.us.grossValueFreed");
  });

  it("prices both sides of a value freed with the base's prices", () => {
    const dear = pricedScenario("other", {
      systems: [{ ...US_COSTS, byLevel: { minimum: 9e5, low: 9e5, medium: 9e5, high: 9e5 } }, MX_COSTS],
    });
    const rows = rowsOf(steady, steady, [base, dear]);
    expect(rows.get("ledger.us.grossValueFreed")?.mean).toBe(0);
    expect(rows.get("ledger.us.costAtAverageByLevel")?.mean).toBeGreaterThan(0);
  });

  it("has no row for one scenario alone where a measure is a difference by itself", () => {
    const measures = ["costAtAverage", "costByStep", "grossValueFreed"].map((name) => `ledger.us.${name}`);
    const names = summarise(base, [steady(0)], { measures }).map(({ measure }) => measure);
    expect(names).toEqual(["ledger.us.costAtAverage"]);
  });
});

describe("the step method", () => {
  const freedFrom =
    (persons: number, day: number, facility = 0) =>
    (index: number) =>
      pathResult(other, (f, at) => (f === facility && at >= day ? 500 - persons : 500), { index });
  const step = (to: (index: number) => ReplicationResult, quantity = "housingUnitYears") =>
    rowsOf(steady, to).get(`ledger.us.${quantity}`)?.mean;

  it("gives nothing below one unit and a whole unit from its places on", () => {
    expect(step(freedFrom(99, 0))).toBe(0);
    expect(step(freedFrom(100, 0))).toBeCloseTo(-years, 9);
    expect(step(freedFrom(199, 0))).toBeCloseTo(-years, 9);
    expect(step(freedFrom(200, 0))).toBeCloseTo(-2 * years, 9);
  });

  it("counts from the first sample after which the unit stays closed", () => {
    const middle = gridDays[11]!;
    expect(step(freedFrom(120, middle))).toBeCloseTo(-(horizonDays - middle) / 365.25, 9);
  });

  it("does not add up places of several facilities", () => {
    const spread = (index: number) => pathResult(other, (f) => (f < 5 ? 440 : 500), { index });
    expect(step(spread)).toBe(0);
  });

  it("nets a unit that closes against one that must open", () => {
    const swapped = (index: number) =>
      pathResult(other, (f) => (f === 0 ? 350 : f === 2 ? 650 : 500), { index });
    expect(step(swapped)).toBe(0);
  });

  it("values a unit at the average cost of its places, or at what it is said to cost", () => {
    expect(step(freedFrom(100, 0), "costByStep")).toBeCloseTo(-years * 100 * 45000, 2);
    expect(step(freedFrom(100, 0, 1), "costByStep")).toBeCloseTo(-years * 100 * 55000, 2);
    const ledger = { systems: [{ ...US_COSTS, perHousingUnitYear: 1e6 }, MX_COSTS] };
    const scenarios = [pricedScenario("base", ledger), pricedScenario("other", ledger)] as const;
    const rows = rowsOf(steady, freedFrom(100, 0), scenarios);
    expect(rows.get("ledger.us.costByStep")?.mean).toBeCloseTo(-years * 1e6, 2);
  });

  it("discounts a unit from the middle of each sampling interval", () => {
    const annuity = (1 - 1.03 ** -years) / Math.log(1.03);
    const present = step(freedFrom(100, 0), "presentCostByStep")!;
    expect(Math.abs(present / (-annuity * 100 * 45000) - 1)).toBeLessThan(1e-6);
  });

  it("leaves out facilities without a capacity", () => {
    const contracted = (id: string) => {
      const scenario = pricedScenario(id);
      const regimes = scenario.parameters.regimes.map((regime) => ({
        ...regime,
        capacity: regime.capacity.map((places, f) => (f === 0 ? null : places)),
      }));
      return { ...scenario, parameters: { ...scenario.parameters, regimes } };
    };
    const rows = rowsOf(steady, freedFrom(300, 0), [contracted("base"), contracted("other")]);
    expect(rows.get("ledger.us.housingUnitYears")?.mean).toBe(0);
  });

  it("opens a unit on the receiving side", () => {
    const ledger = { systems: [US_COSTS, { ...MX_COSTS, housingUnitPlaces: 50 }] };
    const scenarios = [pricedScenario("base", ledger), pricedScenario("other", ledger)] as const;
    const federal = base.parameters.facilities.findIndex(({ level }) => level === "federal");
    const fuller = (index: number) => pathResult(other, (f) => (f === federal ? 560 : 500), { index });
    const rows = rowsOf(steady, fuller, scenarios);
    expect(rows.get("ledger.mx.costByStep")?.mean).toBeCloseTo(years * 50 * 783255, 2);
    expect(rows.get("ledger.mx.costByStepInUSD")?.mean).toBeCloseTo((years * 50 * 783255) / 20, 2);
  });
});
