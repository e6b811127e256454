import { describe, expect, it } from "vitest";
import { runReplication } from "../../../engine/replication.ts";
import { compare, type ScenarioRun } from "../../../reports/compare.ts";
import { measuresOf, measureValues } from "../../../reports/measures.ts";
import { loadScenario } from "../../../scenarios/index.ts";
import { memoryFiles } from "../../scenarios/smallScenario.ts";

/** Ten years of two prisons with a treaty, whose every input of the ledger is given. */
const WORLD = `id: world
title: A world with prices
start: 2025-01-01
horizon: 10 y
grid: month
systems:
  us:
    facilities:
      - { id: U1, level: low, ratedCapacity: 400 }
      - { id: U2, level: high, ratedCapacity: 100 }
    streams:
      - { id: men, citizenship: MX, admissions: 100 persons/y, levels: { low: 0.8, high: 0.2 }, stay: 4 y }
    initialStock:
      - { stream: men, level: low, persons: 320 }
      - { stream: men, level: high, persons: 80 }
    costs:
      currency: USD
      averagePerPersonYear: 47000
      byLevel: { low: 45000, high: 60000 }
      marginalPerPersonYear: 9000
      housingUnitPlaces: 20
  mx:
    facilities:
      - { id: M1, level: federal, ratedCapacity: 500 }
    streams:
      - { id: own, admissions: 10 persons/y, levels: { federal: 1 }, stay: 1 y }
    costs: { currency: MXN, byLevel: { federal: 783255 } }
corridors:
  us-mx:
    from: us
    to: mx
    eligibility: { citizenships: [MX], minimumLeft: 6 months }
    interest: { share: 0.5, delay: 30 d }
    review: { approvalProbability: 0 }
    handover: { first: 2025-04-11, every: 119 d }
    arrival: { facilities: { M1: 1 } }
    costs: { perTransfer: 2500, removalAvoided: { setting: full, full: 17121 } }
ledger: { discountRate: 0.03, exchangeRate: { MXN: 17.7334 }, announcedFee: 44090 }
`;

const files = memoryFiles({ "world.yaml": WORLD });
const REPLICATIONS = 4;

function runOf(id: string, overrides: readonly string[]): ScenarioRun {
  const scenario = { ...loadScenario("world", files, overrides), id };
  const results = Array.from({ length: REPLICATIONS }, (_, index) =>
    runReplication(scenario.parameters, "ledger", index),
  );
  return { scenario, results };
}

const base = runOf("world", []);
const names = measuresOf(base.scenario).flatMap(({ name }) => (name.startsWith("ledger.") ? [name] : []));
const last = base.scenario.parameters.gridDays.length - 1;
const transfers = ({ scenario, results }: ScenarioRun) =>
  measureValues(scenario, results, "corridor.us-mx.transfers", last);

describe("the ledger of a simulation", () => {
  it("is exactly 0 by every method where a policy hands nobody over", () => {
    const asked = runOf("asked", ["corridors.us-mx.interest.share=1"]);
    expect(Math.max(...transfers(asked))).toBe(0);
    const rows = compare(base, asked, { measures: names });
    expect(new Set(rows.map(({ measure }) => measure))).toEqual(new Set(names));
    expect(
      rows.filter(({ mean, halfWidth, identical }) => mean !== 0 || halfWidth !== 0 || !identical),
    ).toEqual([]);
  });

  it("values the same handovers differently by each method, and on both sides", () => {
    const open = runOf("open", ["corridors.us-mx.review.approvalProbability=1"]);
    const rows = new Map(compare(base, open, { measures: names }).map((row) => [row.measure, row.mean]));
    const value = (name: string) => rows.get(`ledger.${name}`) ?? Number.NaN;
    expect(Math.min(...transfers(open))).toBeGreaterThan(50);
    expect(value("us.personYears")).toBeLessThan(-50);
    expect(value("us.costAtAverage")).toBeCloseTo(47000 * value("us.personYears"), 0);
    expect(value("us.costAtMarginal")).toBeCloseTo(9000 * value("us.personYears"), 0);
    expect(value("us.grossValueFreed")).toBeCloseTo(-value("us.costAtAverageByLevel"), 0);
    expect(Math.abs(value("us.costByStep"))).toBeLessThan(value("us.grossValueFreed"));
    expect(value("us.costByStep")).toBeLessThan(0);
    expect(value("us.presentCostAtAverage")).toBeGreaterThan(value("us.costAtAverage"));
    expect(value("mx.costAtAverageByLevel")).toBeCloseTo(783255 * value("mx.personYears"), 0);
    expect(value("mx.costAtAverageByLevelInUSD")).toBeCloseTo(value("mx.costAtAverageByLevel") / 17.7334, 0);
  });

  it("counts in the announced value all years that are freed, and those after the run", () => {
    const open = runOf("open", ["corridors.us-mx.review.approvalProbability=1"]);
    const read = ({ scenario, results }: ScenarioRun, name: string, at: number | "horizon") =>
      measureValues(scenario, results, name, at);
    const announced = read(open, "ledger.us-mx.announcedValue", last);
    const moved = read(open, "corridor.us-mx.personYearsMoved", last);
    const before = read(base, "ledger.us.personYears", "horizon");
    const after = read(open, "ledger.us.personYears", "horizon");
    for (let k = 0; k < REPLICATIONS; k += 1) {
      expect(announced[k]).toBeCloseTo(44090 * moved[k]!, 2);
      // Fixed stays and no deaths: whoever is handed over would have stayed to the release date or the run's end.
      expect(before[k]! - after[k]!).toBeLessThan(moved[k]!);
      expect(before[k]! - after[k]!).toBeGreaterThan(0.7 * moved[k]!);
    }
  });
});
