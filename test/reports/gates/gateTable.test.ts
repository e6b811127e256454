import { describe, expect, it } from "vitest";
import { toMarkdown } from "../../../reports/formats/markdown.ts";
import { gateTable } from "../../../reports/gates/gateTable.ts";
import { gatesHtml } from "../../../reports/page/gatesHtml.ts";
import { en } from "../../../reports/text/en.ts";
import { syntheticAnalysis } from "../syntheticAnalysis.ts";
import { gateRow } from "./gateRow.ts";

const ROWS = [
  gateRow({ verdict: "pass", gate: "mean(a) < 1", comparison: "<=", limit: 1.3 }),
  gateRow(),
  gateRow({ verdict: "undecided", estimate: null, low: null, high: null, n: 0 }),
];

describe("gateTable", () => {
  it("gateTable tells verdict, measured value, interval and limit in the unit that readers see", () => {
    expect(gateTable(ROWS, en).rows.map((row) => row.slice(2))).toEqual([
      ["✓ holds", "98.1 %", "97.0 to 99.2 % (95 %)", "<= 130 %", "40"],
      ["✗ does not hold", "98.1 %", "97.0 to 99.2 % (95 %)", "< 50 %", "40"],
      ["? undecided", "not defined", "", "< 50 %", "0"],
    ]);
  });
});

describe("gatesHtml", () => {
  it("gatesHtml is a section with one row for each gate, text escaped", () => {
    const html = gatesHtml([...ROWS, gateRow({ gate: "<script>" })], en);
    expect(html).toContain("1 of 4 gates hold, 2 do not, 1 undecided.");
    expect(html.match(/<th scope="row">/g)).toHaveLength(4);
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain("<script>");
    expect(gatesHtml([], en)).toBe("");
  });
});

describe("toMarkdown, gates", () => {
  it("toMarkdown tells gates before question and answer", () => {
    const provenance = { command: "bedspace run base", seed: "7", version: "0.1.0", hashes: [] };
    const text = toMarkdown(syntheticAnalysis(), provenance, en, { gates: ROWS });
    expect(text.match(/^#+ .*$/gm)?.slice(1, 3)).toEqual(["## Gates", "## The answer"]);
    expect(text).toContain("| ✗ does not hold | 98.1 % | 97.0 to 99.2 % (95 %) | \\< 50 % | 40 |");
  });
});
