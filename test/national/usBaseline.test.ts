import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DiskScenarioFiles } from "../../cli/scenarioFiles.ts";
import { ReplicationRunner } from "../../engine/index.ts";
import { dayNumber, loadScenario } from "../../scenarios/index.ts";
import { packageFolder } from "../sourceFiles.ts";

/** The US side alone for ten years, with the yearly level of admissions at its mean: its rules are what moves it. */
const scenario = loadScenario("baseline", new DiskScenarioFiles(), [
  "systems.mx.streams.*.admissions=0 persons/y",
  "systems.us.admissionsLevel.yearlySd=0",
]);
const { parameters } = scenario;
const result = new ReplicationRunner(parameters).run("us-baseline", 0);
const us = scenario.systems.findIndex(({ id }) => id === "us");
const grid = parameters.gridDays;
const lastRow = grid.length - 1;

/** Published mix of all people by their own level, in percent (BOP-S85). */
const published: { readonly rows: readonly { measure: string; category: string; value: number }[] } =
  JSON.parse(readFileSync(join(packageFolder, "data/tables/us-published.json"), "utf8"));

/** People of the system by own level, in percent, on a day of the grid. */
function mixOn(row: number): Map<string, number> {
  const levels = parameters.levels.length;
  const at = (row * parameters.systems.length + us) * levels;
  const counts = [...result.gridLevelStock.subarray(at, at + levels)];
  const all = counts.reduce((sum, count) => sum + count, 0);
  return new Map(parameters.levels.map((level, i) => [level, (100 * counts[i]!) / all]));
}

function stockOf(facility: string, row: number): number {
  const f = parameters.facilities.findIndex(({ id }) => id === facility);
  return result.gridStock[row * parameters.facilities.length + f]!;
}

describe("the US side of baseline over ten years", () => {
  it("baseline keeps the published mix of own levels within a point in every month", () => {
    const levels = published.rows.filter(({ measure }) => measure === "ownLevel");
    expect(levels.map(({ category }) => category)).toEqual(["minimum", "low", "medium", "high"]);
    grid.forEach((_, row) => {
      const mix = mixOn(row);
      for (const { category, value } of levels) {
        expect(Math.abs(mix.get(category)! - value), `${category} in month ${row}`).toBeLessThanOrEqual(1);
      }
    });
  });

  it("baseline keeps every stream's people, which have no trend (4 standard errors of a Poisson stock)", () => {
    const streams = parameters.streams.length;
    parameters.streams.forEach(({ id, system }, s) => {
      if (system !== us || id.startsWith("expelled")) return;
      const before = result.initialStreamStock[s]!;
      const after = result.gridStreamStock[lastRow * streams + s]!;
      expect(Math.abs(after - before) / Math.sqrt(before), id).toBeLessThan(4);
    });
  });

  it("baseline empties what has closed and lets nobody in again; places in the community are never exceeded", () => {
    const closed = [
      ["PEN", "2025-09-01"],
      ["TRM", "2025-11-25"],
    ] as const;
    for (const [facility, date] of closed) {
      const day = dayNumber(date, scenario.startDate);
      const rows = [...grid.keys()];
      expect(
        Math.min(...rows.filter((row) => grid[row]! < day).map((row) => stockOf(facility, row))),
      ).toBeGreaterThan(300);
      expect(rows.filter((row) => grid[row]! > day).map((row) => stockOf(facility, row))).toEqual(
        rows.filter((row) => grid[row]! > day).map(() => 0),
      );
    }
    grid.forEach((_, row) => {
      expect(stockOf("COMMUNITY", row)).toBeLessThanOrEqual(14_065);
    });
  });
});
