import { describe, expect, it } from "vitest";
import { exceedanceCurves } from "../../reports/charts/exceedanceCurves.ts";
import { measureValues } from "../../reports/measures.ts";
import { probability } from "../../reports/text/en/format.ts";
import { en } from "../../reports/text/en.ts";
import { syntheticAnalysis } from "./syntheticAnalysis.ts";

const analysis = syntheticAnalysis();
const chart = exceedanceCurves(analysis, en)!;
const [base] = analysis.runs;
const last = base.scenario.parameters.gridDays.length - 1;

interface Point {
  readonly scenario: string;
  readonly occupancy: number;
  readonly share: number;
}

/** A scenario's points as a reader of the chart gets them: a list for each field. */
interface Packed {
  readonly scenario: string;
  readonly occupancy: readonly number[];
  readonly share: readonly number[];
}

function curve(panel: number, scenario: string): Point[] {
  const { layer } = chart.panels[panel]!.spec as unknown as {
    layer: { data: { values: (Packed | { limit: number })[] } }[];
  };
  const packed = layer[1]!.data.values as Packed[];
  return packed
    .filter((one) => one.scenario === scenario)
    .flatMap(({ occupancy, share }) =>
      occupancy.map((x, i) => ({ scenario, occupancy: x, share: share[i]! })),
    );
}

describe("exceedanceCurves", () => {
  it("exceedanceCurves steps from 1 down to 0, by 1 / n at each outcome", () => {
    const outcomes = [...measureValues(base.scenario, base.results, "us.system.occupancy", last)].sort(
      (a, b) => a - b,
    );
    const points = curve(0, base.scenario.id);
    expect(points[0]?.share).toBe(1);
    expect(points.at(-1)?.share).toBe(0);
    outcomes.forEach((outcome, i) => {
      expect(points[i + 1]?.occupancy).toBeCloseTo(outcome, 4);
      expect(points[i + 1]?.share).toBeCloseTo(1 - (i + 1) / outcomes.length, 4);
    });
  });

  it("exceedanceCurves puts the share above each threshold into the table, with its interval", () => {
    const outcomes = [...measureValues(base.scenario, base.results, "us.system.occupancy", last)];
    const row = chart.table.rows.find(
      ([panel, scenario]) => panel === chart.table.rows[0]?.[0] && scenario === base.scenario.title,
    );
    [1, 1.1, 1.3, 1.5].forEach((threshold, i) => {
      const share = outcomes.filter((value) => value > threshold).length / outcomes.length;
      expect(row?.[i + 2]?.startsWith(probability(share))).toBe(true);
    });
  });

  it("exceedanceCurves has a line for every scenario in every panel", () => {
    chart.panels.forEach((_, panel) => {
      for (const { scenario } of analysis.runs) {
        expect(curve(panel, scenario.id).length).toBeGreaterThan(1);
      }
    });
  });
});
