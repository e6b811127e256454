import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Analysis } from "../../reports/analyse.ts";
import type { ChartLibraries } from "../../reports/page/scripts.ts";
import { listCharts, reportCharts, reportPage } from "../../reports/page.ts";
import { renderCharts } from "../../reports/renderChart.ts";
import { syntheticAnalysis } from "./syntheticAnalysis.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");
const libraries: ChartLibraries = {
  vega: 'var vega = "</script><!--";\n//# sourceMappingURL=vega.min.js.map\n',
  vegaLite: "var vegaLite = 1;",
  vegaEmbed: "var vegaEmbed = 2;",
};
const provenance = {
  command: "npx bedspace compare base double --seed 7",
  seed: "7",
  version: "0.1.0",
  hashes: [{ label: "data", value: "abc123" }],
};
const sources = [{ id: "T-S22", title: "A <review>", address: "example.org/report" }];

async function pageOf(analysis: Analysis, bundles: ChartLibraries | null = libraries): Promise<string> {
  const charts = reportCharts(analysis);
  const drawings = await renderCharts(listCharts(charts));
  return reportPage({ analysis, charts, drawings, provenance, sources, libraries: bundles, sha256 });
}

describe("reportPage", () => {
  let html = "";
  beforeAll(async () => {
    html = await pageOf(syntheticAnalysis());
  });

  it("reportPage answers in its fixed order", () => {
    const headings = Array.from(html.matchAll(/<h2 id="([^"]+)">/g), ([, id]) => id);
    expect(headings).toEqual([
      "question",
      "answer",
      "changes",
      "occupancy",
      "institutions",
      "people",
      "transfers",
      "receiving",
      "custody",
      "ledger",
      "measures",
      "assumptions",
      "reproduce",
    ]);
  });

  it("reportPage has one h1, headings without a gap, a language, and links that lead somewhere", () => {
    const levels = Array.from(html.matchAll(/<h([1-6])[ >]/g), ([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, i) => i === 0 || level - levels[i - 1]! <= 1)).toBe(true);
    expect(html).toContain('<html lang="en" dir="ltr">');
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) {
      expect(html).toContain(`id="${target}"`);
    }
    const ids = Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("reportPage allows its own scripts by hash and nothing else", () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
    const scripts = Array.from(html.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, code = ""]) => code);
    expect(scripts).toHaveLength(4);
    for (const code of scripts) {
      expect(policy).toContain(`'sha256-${sha256(code)}'`);
    }
    expect(policy.startsWith("default-src 'none'; script-src 'sha256-")).toBe(true);
    expect(policy).not.toMatch(/unsafe-eval|https?:|script-src[^;]*unsafe-inline/);
  });

  it("reportPage asks for nothing from elsewhere and has no inline handlers", () => {
    const markup = html.replace(/<script[\s\S]*?<\/script>/g, "");
    expect(markup).not.toMatch(/<link|<iframe|<img|@import|url\(/);
    expect(markup).not.toMatch(/(src|href)="(?!#)/);
    expect(markup).not.toMatch(/<[^>]+ on[a-z]+=/);
    expect(html).not.toContain("sourceMappingURL");
    expect(html).toContain('"<\\/script><\\!--"');
  });

  it("reportPage answers for every scenario in a table, and folds what each one does", () => {
    expect(html).toMatch(
      /<caption>Change against the base on \d{4}-\d\d-\d\d: mean ± half-width of its 95 % /,
    );
    expect(html.match(/<details><summary>What that does, measure by measure<\/summary><ul>/g)?.length).toBe(
      2,
    );
  });

  it("reportPage shows every chart as a drawing with a table, without JavaScript", async () => {
    const still = await pageOf(syntheticAnalysis({ months: 12 }), null);
    expect(still).toContain("script-src 'none'");
    expect(still).not.toMatch(/<script>/);
    expect(still.match(/<div class="panel[^>]*><div aria-hidden="true"><svg/g)?.length).toBe(
      html.match(/data-spec=/g)?.length,
    );
    expect(still.match(/<figure /g)?.length).toBe(8);
    expect(still.match(/<\/figcaption><details>/g)?.length).toBe(8);
  });

  it("reportPage resolves sources to their titles and prints command, seed and hashes", () => {
    expect(html).toContain("T-S22: A &lt;review&gt;");
    expect(html).toContain("npx bedspace compare base double --seed 7");
    expect(html).toContain("<dt>data</dt><dd>abc123</dd>");
  });

  it("reportPage shows markup, right-to-left text and very long names as text", async () => {
    const titles = ["<script>alert(1)</script>", "سجن جديد", "x".repeat(300)];
    const hostile = await pageOf(syntheticAnalysis({ months: 12 }, titles));
    expect(hostile).not.toContain("<script>alert");
    expect(hostile).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(hostile).toContain("<bdi>سجن جديد</bdi>");
    expect(hostile.replaceAll("<wbr>", "")).toContain("x".repeat(300));
  });

  it("reportPage of one run has no differences to show", async () => {
    const one = await pageOf(syntheticAnalysis({ months: 12 }, []));
    expect(one).toContain("This scenario is the base");
    expect(one).not.toContain("Change under");
    expect(one).toMatch(/class="answer"><p>On 2027-01-01, Occupancy: /);
  });

  it("reportPage refuses a panel without a drawing", () => {
    const analysis = syntheticAnalysis({ months: 12 }, []);
    const charts = reportCharts(analysis);
    const input = { analysis, charts, drawings: new Map(), provenance, sources, libraries, sha256 };
    expect(() => reportPage(input)).toThrow('requires a drawing of panel "occupancy-fan-0"');
  });
});
