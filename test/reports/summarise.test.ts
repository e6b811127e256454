import { describe, expect, it } from "vitest";
import { yearMarks } from "../../reports/selection.ts";
import { summarise } from "../../reports/summarise.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

const scenario = syntheticScenario();
const results = syntheticResults(scenario, 8);

describe("summarise", () => {
  it("summarise gives mean, half-width and quantiles by the formulas written out", () => {
    const [row] = summarise(scenario, results, { measures: ["us.system.stock"], dates: ["2027-01-01"] });
    const grid = 11;
    const us = scenario.parameters.facilities.flatMap(({ system }, f) => (system === 0 ? [f] : []));
    const width = scenario.parameters.facilities.length;
    const values = results.map((r) => us.reduce((sum, f) => sum + r.gridStock[grid * width + f]!, 0));
    const mean = values.reduce((a, b) => a + b, 0) / 8;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 7;
    const sorted = values.toSorted((a, b) => a - b);
    expect(row).toMatchObject({
      scenario: "base",
      measure: "us.system.stock",
      unit: "persons",
      at: "2027-01-01",
    });
    expect(row?.mean).toBeCloseTo(mean, 9);
    // t at 0.975 with 7 degrees of freedom, from the published table to six digits.
    expect(row?.halfWidth).toBeCloseTo(2.364624 * Math.sqrt(variance / 8), 4);
    expect(row?.quantiles["0.25"]).toBeCloseTo(sorted[1]! + 0.75 * (sorted[2]! - sorted[1]!), 9);
    expect(row?.n).toBe(8);
  });

  it("summarise does not depend on the order in which replications were finished", () => {
    expect(summarise(scenario, results.toReversed())).toEqual(summarise(scenario, results));
  });

  it("summarise reads systems at every date, institutions and streams at year marks, sums once", () => {
    const rows = summarise(scenario, results);
    const of = (name: string) => rows.filter(({ measure }) => measure === name);
    expect(of("us.system.occupancy")).toHaveLength(24);
    expect(of("us.facility.U00.occupancy").map(({ at }) => at)).toEqual([
      "2026-02-01",
      "2027-01-01",
      "2028-01-01",
    ]);
    expect(of("us.stream.drug-US.stock")).toHaveLength(3);
    expect(of("us.offence.drug.stock")).toHaveLength(24);
    expect(of("us.system.bedDaysAbove130")).toHaveLength(1);
    expect(of("us.system.bedDaysAbove130")[0]?.window).toEqual(["2026-01-01", "2028-01-01"]);
  });

  it("summarise reaches the end of the run", () => {
    expect(yearMarks(scenario).at(-1)).toBe(scenario.parameters.gridDays.length - 1);
  });

  it("summarise of one replication has no half-width", () => {
    const [row] = summarise(scenario, results.slice(0, 1), {
      measures: ["us.system.stock"],
      dates: ["2027-01-01"],
    });
    expect(row?.halfWidth).toBeNull();
    expect(row?.n).toBe(1);
  });

  it("summarise leaves out what is not defined in any replication", () => {
    const nobody = syntheticResults(scenario, 3, 0);
    const rows = summarise(scenario, nobody, { measures: ["corridor.us-mx.meanDaysWaited"] });
    expect(rows).toEqual([]);
  });

  it("summarise refuses a date that was not sampled", () => {
    expect(() => summarise(scenario, results, { dates: ["2027-01-02"] })).toThrow(
      '"2027-01-02" is not a sampling date of "base" (24 dates from 2026-02-01 to 2028-01-01)',
    );
  });

  it("summarise accepts synonyms and names the measure in full", () => {
    const [row] = summarise(scenario, results, { measures: ["mx.federal.stock"], dates: ["2027-01-01"] });
    expect(row?.measure).toBe("mx.level.federal.stock");
  });
});
