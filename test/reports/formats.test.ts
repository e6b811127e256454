import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { resultColumns } from "../../reports/formats/columns.ts";
import { toCsv } from "../../reports/formats/csv.ts";
import { toMarkdown } from "../../reports/formats/markdown.ts";
import { markdownTable } from "../../reports/formats/markdownTable.ts";
import { terminalTable } from "../../reports/terminal.ts";
import { syntheticAnalysis } from "./syntheticAnalysis.ts";

const analysis = syntheticAnalysis();
const provenance = { command: "npx bedspace run base", seed: "7", version: "0.1.0", hashes: [] };

describe("toCsv", () => {
  it("toCsv gives back every number when it is read by another program's parser", () => {
    const records: Record<string, string>[] = parse(toCsv(analysis.summaries), { columns: true });
    expect(records).toHaveLength(analysis.summaries.length);
    expect(records.map(({ mean }) => Number(mean))).toEqual(analysis.summaries.map(({ mean }) => mean));
    expect(records.map(({ q0_95 }) => Number(q0_95))).toEqual(
      analysis.summaries.map(({ quantiles }) => quantiles["0.95"]),
    );
  });

  it("toCsv quotes commas, quotes and line breaks, and leaves what is not defined empty", () => {
    const row = { ...analysis.summaries[0]!, scenario: 'a "b",\nc', halfWidth: null };
    const [record]: Record<string, string>[] = parse(toCsv([row]), { columns: true });
    expect(record?.scenario).toBe('a "b",\nc');
    expect(record?.halfWidth).toBe("");
  });

  it("toCsv of differences names base and scenario", () => {
    expect(toCsv(analysis.differences.slice(0, 1)).split("\r\n")[0]).toBe(
      "base,scenario,measure,unit,from,to,mean,halfWidth,level,simultaneousHalfWidth,comparisons,n,shareSameSign,varianceReduction,identical",
    );
  });
});

describe("resultColumns", () => {
  it("resultColumns gives columns of equal length in the order of the CSV", () => {
    const columns = resultColumns(analysis.summaries);
    expect(columns.map(({ name }) => name).join(",")).toBe(toCsv(analysis.summaries).split("\r\n")[0]);
    expect(new Set(columns.map(({ data }) => data.length))).toEqual(new Set([analysis.summaries.length]));
  });

  it("resultColumns of no rows still names the columns", () => {
    expect(resultColumns([])[0]).toEqual({ name: "scenario", data: [] });
  });
});

describe("toMarkdown", () => {
  it("toMarkdown holds question, answer, table, limits and command", () => {
    const text = toMarkdown(analysis, provenance);
    expect(text).toMatch(/^# 2 scenarios against “No change”\n/);
    expect(text).toContain("## The answer");
    expect(text).toMatch(/\| People inside: .* \| 2028-01-01 \| people \|/);
    expect(text).toContain("Money is not here");
    expect(text).toContain("- Occupancy in Mexico is measured against rated capacity.");
    expect(text).toContain("npx bedspace run base");
  });

  it("markdownTable keeps bars, angle brackets and line breaks from breaking the table", () => {
    expect(markdownTable({ columns: ["a", "b"], rows: [["x|y\nz", "<b>"]] })).toBe(
      "| a | b |\n| --- | --- |\n| x\\|y z | \\<b\\> |",
    );
  });
});

describe("terminalTable", () => {
  it("terminalTable has a column for each scenario and says when nothing differs", () => {
    const { head, rows } = terminalTable(analysis);
    expect(head).toEqual(["Measure", "At, or over", "Unit", "base", "double", "same"]);
    const stock = rows.find(([name]) => name === "us.system.stock");
    expect(stock?.[3]).toMatch(/^[\d,.]+ ± [\d,.]+$/);
    expect(stock?.[4]).toMatch(/^−/);
    expect(stock?.[5]).toBe("no difference at all");
  });
});
