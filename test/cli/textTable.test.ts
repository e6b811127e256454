import { describe, expect, it } from "vitest";
import { textLines, textTable } from "../../cli/textTable.ts";

const HEAD = ["Measure", "At, or over", "Unit", "baseline", "double-approvals", "no-transfers"];
const ROWS = [
  ["us.system.stock", "2030-01-01", "people", "150,123 ± 45", "−290 ± 20", "+1,234 ± 30"],
  [
    "corridor.us-mx.personYearsMoved",
    "2026-01-01 – 2030-01-01",
    "person-years",
    "400 ± 3",
    "+399 ± 4",
    "−400 ± 3",
  ],
];
const DEFINITION =
  "People inside the system on the date, whoever sent them, with those who wait for a transfer or a release";

function widthOf(text: string): number {
  return Math.max(...text.split("\n").map((line) => [...line].length));
}

/** Every cell of a table in which nothing was wrapped. */
function cellsIn(text: string): string[] {
  return text.split("\n").flatMap((line) => line.split(/ {2,}/).filter(Boolean));
}

describe("textTable", () => {
  it("textTable cuts nothing where there is no terminal, and nothing that fits", () => {
    const free = textTable(HEAD, ROWS);
    expect(widthOf(free)).toBeGreaterThan(80);
    expect(textTable(HEAD, ROWS, 200)).toBe(free);
    expect(free.split("\n")).toHaveLength(3);
  });

  it("textTable makes several tables of one that is too wide, each with the first column", () => {
    const text = textTable(HEAD, ROWS, 80);
    expect(widthOf(text)).toBeLessThanOrEqual(80);
    const tables = text.split("\n\n");
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) expect(table).toMatch(/^Measure /);
    for (const cell of [...HEAD, ...ROWS.flat()]) expect(cellsIn(text)).toContain(cell);
  });

  it("textTable wraps sentences between words, beside the other columns", () => {
    const text = textTable(
      ["measure", "unit", "definition"],
      [["us.system.stock", "persons", DEFINITION]],
      80,
    );
    expect(widthOf(text)).toBeLessThanOrEqual(80);
    const words = text
      .split("\n")
      .slice(1)
      .map((line) => line.slice("us.system.stock  persons  ".length));
    expect(words.join(" ")).toBe(DEFINITION);
    expect(text).not.toContain("\n\n");
  });

  it("textTable wraps a period rather than to part a value from its unit", () => {
    const [stock, moved] = ROWS.map((row) => row.slice(0, 4));
    const text = textTable(HEAD.slice(0, 4), [stock!, moved!], 75);
    expect(text).not.toContain("\n\n");
    expect(widthOf(text)).toBeLessThanOrEqual(75);
    expect(text).toMatch(/2026-01-01 – +person-years +400 ± 3\n +2030-01-01/);
  });

  it("textTable breaks a name that is wider than the terminal, after a dot if there is one", () => {
    const name = `us.facility.${"x".repeat(60)}.occupancy`;
    const text = textTable(["Measure", "Mean"], [[name, "98.1 ± 0.2"]], 60);
    expect(widthOf(text)).toBeLessThanOrEqual(60);
    expect(text.replaceAll(/\s/g, "")).toContain("98.1±0.2");
    expect(textTable(["Measure"], [["us.system.institutions.occupancy"]], 24)).toBe(
      "Measure\nus.system.institutions.\noccupancy",
    );
  });
});

describe("textLines", () => {
  it("textLines breaks sentences between words, and sets what follows under the first line's text", () => {
    const text = textLines(`2026-01-01  ${DEFINITION}`, 60, 12);
    expect(widthOf(text)).toBeLessThanOrEqual(60);
    const [first, ...others] = text.split("\n");
    expect(first).toMatch(/^2026-01-01 {2}People/);
    expect(others.length).toBeGreaterThan(0);
    expect(others.every((line) => /^ {12}\S/.test(line))).toBe(true);
    expect(text.replaceAll(/\n {12}/g, " ")).toBe(`2026-01-01  ${DEFINITION}`);
  });

  it("textLines leaves a pipe its lines", () => {
    expect(textLines(DEFINITION.repeat(9))).toBe(DEFINITION.repeat(9));
  });
});
