import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { usStates } from "../../data/maps/build.ts";
import { MEXICO_TILES } from "../../reports/charts/mexicoTiles.ts";
import { OCCUPANCY_COLOURS, scenarioLegend } from "../../reports/charts/theme.ts";
import { listCharts, reportCharts } from "../../reports/page.ts";
import { renderSvg } from "../../reports/renderChart.ts";
import { en } from "../../reports/text/en.ts";
import { syntheticAnalysis } from "./syntheticAnalysis.ts";

const outlines = JSON.parse(usStates()) as object;
const charts = listCharts(reportCharts(syntheticAnalysis(), outlines));
const panels = charts.flatMap((chart) => chart.panels.map((panel) => [panel.id, panel] as const));

describe("reportCharts", () => {
  it("reportCharts gives the charts of the report in order, each with a question", () => {
    expect(charts.map(({ id }) => id)).toEqual([
      "occupancy-fan",
      "exceedance",
      "institution-heat-map",
      "crowding-rank",
      "institution-map",
      "transfers-by-side",
      "corridor-funnel",
      "receiving-state",
      "receiving-federal",
    ]);
    expect(charts.every(({ question }) => question.endsWith("?"))).toBe(true);
  });

  it("reportCharts gives every chart a summary in words and a table that fits its columns", () => {
    for (const { summary, table } of charts) {
      expect(summary.length).toBeGreaterThan(20);
      expect(table.rows.length).toBeGreaterThan(0);
      expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
    }
  });

  it.each(panels)("panel %s compiles and draws without a warning, with text in it", async (_, panel) => {
    const warnings: string[] = [];
    const before = JSON.stringify(panel.spec);
    const svg = await renderSvg(panel.spec, (message) => warnings.push(message));
    expect(warnings).toEqual([]);
    expect(svg).toMatch(/^<svg/);
    expect(svg).toMatch(/<text[^>]*>[^<]+<\/text>/);
    expect(svg).not.toMatch(/NaN|undefined/);
    expect(JSON.stringify(panel.spec)).toBe(before);
  });

  it("reportCharts names its panels once and embeds its data", () => {
    expect(new Set(panels.map(([id]) => id)).size).toBe(panels.length);
    expect(panels.every(([, { spec }]) => !JSON.stringify(spec).includes('"url"'))).toBe(true);
  });

  it("reportCharts does without corridor and receiving side", () => {
    const analysis = syntheticAnalysis({ states: [], centres: 0 }, []);
    const { scenario } = analysis.runs[0];
    const alone = { ...scenario, corridors: [] };
    const runs = [{ ...analysis.runs[0], scenario: alone }] as const;
    const rest = reportCharts({ ...analysis, runs });
    expect(rest.transfers).toBeNull();
    expect(rest.funnel).toBeNull();
    expect(rest.receiving).toEqual([]);
  });
});

describe("usStates", () => {
  it("usStates gives the committed bytes: 50 states and the District of Columbia", () => {
    const committed = readFileSync(new URL("../../data/maps/us-states.json", import.meta.url), "utf8");
    expect(usStates()).toBe(committed);
    expect(JSON.parse(committed).objects.states.geometries).toHaveLength(51);
  });
});

describe("MEXICO_TILES", () => {
  it("MEXICO_TILES has 32 states on tiles of their own", () => {
    expect(MEXICO_TILES.size).toBe(32);
    const places = new Set(Array.from(MEXICO_TILES.values(), ({ column, row }) => `${column}/${row}`));
    expect(places.size).toBe(32);
  });
});

/** Contrast ratio of two colours, WCAG 2.2, "relative luminance". */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
      .reduce((sum, channel, i) => sum + channel * [0.2126, 0.7152, 0.0722][i]!, 0);
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe("scenarioLegend", () => {
  it("scenarioLegend has lines of at least 3:1 on the light and on the dark page", () => {
    for (const { colour } of scenarioLegend(["a", "b", "c", "d", "e", "f", "g"])) {
      expect(contrast(colour, "#ffffff"), colour).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, "#16181d"), colour).toBeGreaterThanOrEqual(3);
    }
  });

  it("the labels on tiles have at least 4.5:1 on every band", () => {
    OCCUPANCY_COLOURS.forEach((colour, band) => {
      const ink = band === OCCUPANCY_COLOURS.length - 1 ? "#ffffff" : "#14161a";
      expect(contrast(colour, ink), colour).toBeGreaterThanOrEqual(4.5);
    });
  });
});

describe("crowdingRank", () => {
  const row = { name: "A", share: 0, low: 0, high: 0.3, days: 12 };

  it("crowdingRank says so when no institution is crowded at the end", () => {
    expect(en.charts.rank.summary([row], 0.95, "rated capacity")).toBe(
      "No institution stands above 130 % of rated capacity at the end in any replication. " +
        "Longest above 130 % over the run: A, 12 days on average.",
    );
  });

  it("crowdingRank gives a chance with its Wilson interval", () => {
    expect(
      en.charts.rank.summary([{ ...row, share: 0.5, low: 0.4, high: 0.6 }], 0.95, "rated capacity"),
    ).toMatch(/^Most likely above 130 % at the end: A, 50 % \(95 % Wilson interval 40 % to 60 %\)\./);
  });
});
