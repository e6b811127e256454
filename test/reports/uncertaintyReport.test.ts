import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { confidenceInterval } from "../../engine/statistics/confidenceInterval.ts";
import type { Component } from "../../engine/statistics/nestedVarianceSplit.ts";
import { tornado } from "../../reports/charts/tornado.ts";
import { varianceShare } from "../../reports/charts/varianceShare.ts";
import { experimentPage } from "../../reports/page/experimentPage.ts";
import { uncertaintyHtml } from "../../reports/page/uncertaintyHtml.ts";
import { renderCharts } from "../../reports/renderChart.ts";
import { en } from "../../reports/text/en.ts";
import { distributionInWords } from "../../reports/uncertainty/parameterRows.ts";
import { sensitivityRecords, sensitivitySections } from "../../reports/uncertainty/sensitivityReport.ts";
import type { MeasureSensitivity, SensitivityRow } from "../../reports/uncertainty/sensitivityRow.ts";
import type { VarianceRow } from "../../reports/uncertainty/varianceRow.ts";
import { lastRows, varianceTable } from "../../reports/uncertainty/varianceTable.ts";

const known = (value: number, low: number | null = null, high: number | null = null): Component => {
  return { value, low, high };
};

function rowAt(at: string, share: Component | null, more: { base?: string } = {}): VarianceRow {
  const band = (low: number, high: number) => ({ "0.05": low, "0.5": (low + high) / 2, "0.95": high });
  return {
    scenario: "plan",
    measure: "us.system.stock",
    unit: "persons",
    at,
    mean: 1000,
    split: { parameters: known(900), chance: known(100), share, draws: 40, replications: 20, level: 0.95 },
    bands: { chance: band(980, 1020), parameters: band(950.2, 1050.4), together: band(940, 1060) },
    draws: 40,
    n: 20,
    ...more,
  };
}

const change = (mean: number) => confidenceInterval([mean - 1, mean + 1], 0.95);

function effect(parameter: string, size: number): SensitivityRow {
  return {
    parameter,
    unit: "d",
    kind: "value",
    swing: [
      { probability: 0.05, value: 10, change: change(-size) },
      { probability: 0.95, value: 30, change: change(size) },
    ],
    morris: {
      mu: change(size),
      muStar: change(size),
      sigma: { standardDeviation: 2, low: 1, high: 3, level: 0.95 },
    },
  };
}

const sensitivity: MeasureSensitivity = {
  measure: "us.system.stock",
  unit: "persons",
  at: "2030-01-01",
  written: change(1000),
  parameters: [
    effect("a.long.path.to.a.parameter.whose.name.does.not.fit.the.axis.delay", 40),
    effect("b", 5),
  ],
  level: 0.95,
  n: 2,
};

describe("charts of uncertainty", () => {
  it("varianceShare and tornado compile and draw without a warning", async () => {
    const share = varianceShare(
      [rowAt("2030-01-01", known(0.9, 0.8, 0.95)), rowAt("2030-01-01", known(0.2), { base: "base" })],
      0.95,
      en,
    );
    const warnings: string[] = [];
    const drawn = await renderCharts([share!, tornado(sensitivity, "morris", 0, en)], (message) => {
      warnings.push(message);
    });
    expect(warnings).toEqual([]);
    expect([...drawn.keys()]).toEqual(["variance-share", "tornado-0"]);
    for (const svg of drawn.values()) expect(svg).not.toMatch(/NaN|undefined/);
  });

  it("varianceShare is left out where nothing varies, and names the largest share", () => {
    expect(varianceShare([rowAt("2030-01-01", null)], 0.95, en)).toBeNull();
    const chart = varianceShare(
      [rowAt("2030-01-01", known(0.2)), rowAt("2030-01-01", known(0.9, 0.8, 0.95), { base: "base" })],
      0.95,
      en,
    );
    expect(chart!.summary).toContain("us.system.stock, plan − base");
    expect(chart!.summary).toContain("90 %");
    expect(chart!.table.rows[1]).toEqual([
      "us.system.stock, plan − base",
      "2030-01-01",
      "90 %",
      "80 % – 95 %",
    ]);
  });

  it("tornado says which parameter matters most, and its table fits its columns", () => {
    const { summary, table } = tornado(sensitivity, "morris", 0, en);
    expect(summary).toContain("does.not.fit.the.axis.delay");
    expect(summary).toMatch(/−40 ± 13 people at 5 %/);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    const still = {
      ...sensitivity,
      parameters: [effect("b", 0)].map((row) => ({ ...row, swing: [zero, zero] as const })),
    };
    expect(tornado(still, "morris", 0, en).summary).toBe("No parameter changes it.");
  });
});

const zero = { probability: 0.05, value: 1, change: confidenceInterval([0, 0], 0.95) };

describe("tables of uncertainty", () => {
  it("lastRows keeps the last date of each measure and scenario", () => {
    const rows = [
      rowAt("2031-01-01", null),
      rowAt("2030-01-01", null),
      rowAt("2030-01-01", null, { base: "base" }),
    ];
    expect(lastRows(rows)).toEqual([rows[0], rows[2]]);
    expect(lastRows(rows, ["mx.system.stock"])).toEqual([]);
  });

  it("varianceTable gives bands as wide as they are, with the share and its interval", () => {
    expect(varianceTable([rowAt("2030-01-01", known(0.9, 0.8, 0.95))]).rows[0]).toEqual([
      ...["us.system.stock", "plan", "2030-01-01", "people", "1,000"],
      ...["980 – 1,020", "950 – 1,050", "940 – 1,060", "90 % (80 % – 95 %)", "not known"],
    ]);
  });

  it("distributionInWords names what a distribution is made of", () => {
    expect(distributionInWords({ kind: "discrete", values: [1, 2], weights: [1, 1] }, "d")).toBe(
      "discrete, 1 d, 2 d",
    );
    const values = Array.from({ length: 9 }, (_, i) => i);
    expect(distributionInWords({ kind: "empirical", values })).toBe("empirical, 9 values");
  });

  it("sensitivityRecords are one flat record for each measure and parameter", () => {
    const found = { method: "morris", size: 4, points: 17, replications: 2, parameters: [] } as const;
    const records = sensitivityRecords({ ...found, measures: [sensitivity] });
    expect(records).toHaveLength(2);
    expect(records[0]).toMatchObject({
      from: "2030-01-01",
      to: "2030-01-01",
      muStar: 40,
      highChange: 40,
      sigma: 2,
    });
  });
});

describe("pages of uncertainty", () => {
  it("experimentPage escapes what is foreign, and holds tornado, table and command", async () => {
    const hostile = { ...sensitivity, parameters: [effect("<script>alert(1)</script>", 4)] };
    const found = {
      method: "morris",
      size: 4,
      points: 17,
      replications: 2,
      parameters: [],
      measures: [hostile],
    } as const;
    const charts = [tornado(hostile, "morris", 0, en)];
    const page = experimentPage({
      title: en.uncertainty.sensitivityTitle("<b>Plan</b>"),
      question: "<i>Why?</i>",
      sections: sensitivitySections(found, charts, await renderCharts(charts)),
      provenance: { command: "bedspace sensitivity plan.yaml", seed: "1", version: "x", hashes: [] },
      libraries: null,
      sha256: (text) => createHash("sha256").update(text).digest("base64"),
    });
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/<script>alert|<b>Plan|<i>Why/);
    expect(page).toContain("bedspace sensitivity plan.yaml");
    expect(page.match(/<figure/g)).toHaveLength(1);
    expect(page).toContain("mean absolute effect");
    expect(page).toContain("for this measure and date it is not known");
  });

  it("uncertaintyHtml says what the bands are, and that the model's own error is not in them", async () => {
    const rows = [rowAt("2030-01-01", known(0.9))];
    const uncertainty = { design: "lhs", draws: 40, parameters: [], rows, modelError: null } as const;
    const chart = varianceShare(rows, 0.95, en)!;
    const html = uncertaintyHtml({ uncertainty, charts: [chart] }, await renderCharts([chart]), 20, en);
    expect(html).toContain("drawn 40 times (a Latin hypercube)");
    expect(html).toContain("same 20 replications");
    expect(html).toContain("error of the model itself is in none of these bands");
    expect(html).not.toContain("<caption>The US total");
  });
});
