import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readSkillRecord } from "../../cli/skillRecord.ts";
import { skillByHorizon } from "../../reports/charts/skillByHorizon.ts";
import { sentence } from "../../reports/page/html.ts";
import { barSentences, skillSection } from "../../reports/page/skillHtml.ts";
import { listCharts, reportCharts, reportPage } from "../../reports/page.ts";
import { renderCharts } from "../../reports/renderChart.ts";
import { pastErrorAt, pastErrorOf, widened } from "../../reports/skill/pastError.ts";
import type { SkillRecord } from "../../reports/skill/skillRecord.ts";
import { pastErrorTable, skillTable } from "../../reports/skill/skillTable.ts";
import { en, type ReportText } from "../../reports/text/en.ts";
import { es } from "../../reports/text/es.ts";
import { syntheticAnalysis } from "./syntheticAnalysis.ts";
import { SYNTHETIC_SKILL as record } from "./syntheticSkill.ts";

/** The synthetic runs, as if their scenarios extended the shipped baseline, or as they are. */
function analysisOf(isShipped: boolean) {
  const analysis = syntheticAnalysis({ months: 24 });
  const [base, ...others] = analysis.runs.map(({ scenario, results }) => ({
    scenario: { ...scenario, chain: isShipped ? [scenario.id, "baseline"] : [scenario.id] },
    results,
  }));
  return { ...analysis, runs: [base!, ...others] as const };
}

async function pageOf(isShipped: boolean, withRecord: SkillRecord, text: ReportText = en): Promise<string> {
  const analysis = analysisOf(isShipped);
  const charts = reportCharts(analysis, null, text);
  const skill = skillSection(withRecord, text);
  const drawings = await renderCharts([...listCharts(charts), skill.chart]);
  return reportPage({
    ...{ analysis, charts, drawings, skill, text, sources: [], libraries: null },
    provenance: { command: "x", seed: "7", version: "1", hashes: [] },
    sha256: (code) => createHash("sha256").update(code).digest("base64"),
  });
}

describe("pastErrorAt(record, years)", () => {
  it.each([
    [0, 0],
    [0.5, 0.01],
    [1, 0.02],
    [3, 0.06],
    [5, 0.1],
  ])("%f years ahead lies on the lines between the scored years: %f", (years, expected) => {
    expect(pastErrorAt(record, years)).toBeCloseTo(expected, 12);
  });

  it("is not known beyond the longest horizon, nor before the start", () => {
    expect(pastErrorAt(record, 5.01)).toBeNull();
    expect(pastErrorAt(record, -1)).toBeNull();
  });
});

describe("pastErrorOf(record, scenario, row)", () => {
  const scenario = { chain: ["plan", "baseline"], startDate: "2025-01-01" };
  const row = { measure: "us.system.stock", at: "2027-01-01" };

  it("is that of the shipped US total", () => {
    expect(pastErrorOf(record, scenario, row)).toBeCloseTo((0.04 * 730) / 730.5, 12);
    expect(pastErrorOf(record, scenario, { ...row, measure: "us.system.occupancy" })).not.toBeNull();
  });

  it.each(["us.level.low.stock", "us.facility.ATW.occupancy", "mx.system.stock", "us.system.admissions"])(
    "of %s is not known",
    (measure) => {
      expect(pastErrorOf(record, scenario, { ...row, measure })).toBeNull();
    },
  );

  it("is not known for a scenario that does not extend the shipped one, nor without a record", () => {
    expect(pastErrorOf(record, { ...scenario, chain: ["own"] }, row)).toBeNull();
    expect(pastErrorOf(null, scenario, row)).toBeNull();
  });
});

describe("widened(mean, low, high, ratio)", () => {
  it("adds independent errors: two normals of standard deviation 3 and 4 make one of 5", () => {
    const z = 1.6448536269514722;
    const [low, high] = widened(100, 100 - 3 * z, 100 + 3 * z, 0.04);
    expect(low).toBeCloseTo(100 - 5 * z, 10);
    expect(high).toBeCloseTo(100 + 5 * z, 10);
  });
});

describe("the skill record in a report", () => {
  it("says what was missed before what holds", () => {
    expect(barSentences(record).map((text) => / (holds|missed) \(/.exec(text)?.[1])).toEqual([
      "missed",
      ...Array.from({ length: 4 }, () => "holds"),
    ]);
    expect(barSentences(record)[0]).toContain("up to 25.3 points off");
  });

  it("has each horizon and method once, with coverage, and without the shock beside it", () => {
    const { columns, rows } = skillTable(record, en);
    expect(rows).toHaveLength(20);
    expect(rows[0]).toEqual([
      ...["1", "this model", "26", "1.00 %", "0.50 %", "−0.10 %", "52 %", "81 %", "92 %", "92 %"],
    ]);
    expect(columns).toHaveLength(rows[0]!.length);
  });

  it("draws the errors by horizon without a warning, in both languages", async () => {
    for (const text of [en, es]) {
      const warnings: string[] = [];
      const chart = skillByHorizon(record, text);
      await renderCharts([chart], (message) => warnings.push(message));
      expect(warnings).toEqual([]);
      expect(chart.summary).toContain("2.5 %");
    }
  });

  it("sets the total of the run beside its band widened by the past error, year by year", () => {
    const { rows } = pastErrorTable(analysisOf(true), record, en);
    expect(new Set(rows.map(([, at]) => at)).size).toBeGreaterThan(1);
    const range = (cell: string) => cell.split(" – ").map((end) => Number.parseFloat(end.replace(",", "")));
    for (const [, , , outcomes = "", , wide = ""] of rows) {
      const [[low, high], [lower, higher]] = [range(outcomes), range(wide)];
      expect(lower).toBeLessThan(low!);
      expect(higher).toBeGreaterThan(high!);
    }
  });

  it.each([
    [en, "one place, and nobody told apart by institution"],
    [es, "un solo lugar, sin distinguir a nadie por centro"],
  ])("stands in the page before the assumptions and says what was scored", async (text, words) => {
    const html = await pageOf(true, record, text);
    expect(html.indexOf('<h2 id="skill">')).toBeGreaterThan(html.indexOf('<h2 id="measures">'));
    expect(html.indexOf('<h2 id="skill">')).toBeLessThan(html.indexOf('<h2 id="assumptions">'));
    expect(html).toContain(words);
    expect(html).toContain(`<caption>${sentence(text.skill.totalTitle("No change"))}`);
  });

  it("says so where the run is not about the system that was scored", async () => {
    const html = await pageOf(false, record);
    expect(html).toContain(en.skill.notScored);
    expect(html).not.toContain(sentence(en.skill.totalTitle("No change")));
  });
});

describe("readSkillRecord()", () => {
  it("has the errors and coverage that docs/validation.md documents", () => {
    const { scores, bars } = readSkillRecord();
    expect(scores).toHaveLength(40);
    expect(bars.map(({ id }) => id)).toEqual(["oneYear", "better", "twoYears", "coverage", "crowding"]);
    const own = scores.filter(({ method, withShock }) => method === "model" && withShock);
    expect(own.map(({ horizonYears }) => horizonYears)).toEqual([1, 2, 4, 5]);
  });
});
