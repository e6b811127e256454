import { describe, expect, it } from "vitest";
import { sweepPoints, sweepRows } from "../../../experiments/sweepRows.ts";
import { parseVariation } from "../../../experiments/variation.ts";
import { recordColumns } from "../../../reports/formats/columns.ts";
import { columnsToCsv } from "../../../reports/formats/csv.ts";
import type { Measure } from "../../../reports/measures.ts";
import { renderSvg } from "../../../reports/renderChart.ts";
import type { Response } from "../../../reports/sweep/response.ts";
import { sweepCharts, sweepRecords, sweepTable } from "../../../reports/sweep/sweepReport.ts";

const measures = [
  { name: "here.system.stock", unit: "persons", reading: "date" },
  { name: "here.system.occupancy", unit: "ratio", reading: "date" },
] as Measure[];

/** Both measures grow with the number of the point. */
function responseOf(vary: readonly string[]): Response {
  const parameters = vary.map(parseVariation);
  const points = sweepPoints(parameters);
  const values = points.map((_, p) => [
    Float64Array.of(90 + p, 100 + p, 110 + p),
    Float64Array.of(0.9, 1, 1.1),
  ]);
  const read = measures.map((measure) => ({ measure, at: 0, when: { at: "2027-01-01" } }) as const);
  return {
    parameters,
    points,
    against: "first",
    replications: 3,
    rows: sweepRows(read, values, values[0]!, 0.95),
  };
}

const ONE = responseOf(["a.delay=30..60 d:3"]);
const WORDS = responseOf(["a.placement=leastCrowded,proportional"]);
const TWO = responseOf(["a.delay=30..60 d:3", "b.share=0.1,0.2"]);

describe("sweepCharts", () => {
  it.each([
    ["a number", ONE, 2],
    ["words", WORDS, 2],
    ["two parameters", TWO, 2],
  ])("draws %s without a warning, one chart for each measure", async (_, response, count) => {
    const charts = sweepCharts(response);
    expect(charts.length).toBe(count);
    for (const { spec } of charts.flatMap(({ panels }) => panels)) {
      const warnings: string[] = [];
      const svg = await renderSvg(spec, (message) => warnings.push(message));
      expect(warnings).toEqual([]);
      expect(svg).not.toMatch(/NaN|undefined/);
      expect(svg).toMatch(/<text[^>]*>[^<]+<\/text>/);
    }
  });

  it("says what the curve does, with the difference and its interval", () => {
    const [stock, occupancy] = sweepCharts(ONE).map(({ summary }) => summary);
    expect(stock).toBe(
      "The mean goes from 100 ± 25 people at 30 d to 102 ± 25 people at 60 d: +2 ± 0 people on common random numbers.",
    );
    expect(occupancy).toContain("0, in every replication");
  });

  it("says where a map is least and greatest", () => {
    expect(sweepCharts(TWO)[0]!.summary).toMatch(
      /^The mean is least, 100 .* people, at 30 d, 0\.1, and greatest, 105 .* people, at 60 d, 0\.2\.$/,
    );
  });
});

describe("sweepTable", () => {
  it("has a row for each point and measure, the difference of the first being 0", () => {
    const { columns, rows } = sweepTable(ONE);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows[0]).toEqual([
      "30 d",
      "here.system.stock on 2027-01-01",
      "people",
      "100 ± 25",
      "91 – 109",
      "0",
    ]);
    expect(rows.length).toBe(6);
  });
});

describe("sweepRecords", () => {
  it("holds text and number of every parameter, for CSV", () => {
    const lines = columnsToCsv(recordColumns(sweepRecords(TWO))).split("\r\n");
    expect(lines[0]).toMatch(
      /^point,a\.delay,a\.delay \(number\),b\.share,b\.share \(number\),measure,unit,from,to,mean/,
    );
    expect(lines[1]).toMatch(/^0,30 d,30,0\.1,0\.1,here\.system\.stock,persons,2027-01-01,2027-01-01,100,/);
    expect(lines.length).toBe(14);
  });
});
