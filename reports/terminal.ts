import type { Analysis } from "./analyse.ts";
import { keyRows } from "./keyRows.ts";
import { otherCell } from "./measureTable.ts";
import { en, type ReportText } from "./text/en.ts";

/** Rows of text for a terminal's table. */
export interface TerminalTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Summary table for the terminal: key measures by name, base mean ± half-width, and the paired difference of
 * each scenario. Columns are named by scenario id.
 *
 * @example
 * terminalTable(analysis).head; // => ["Measure", "At, or over", "Unit", "base", "double-approvals"]
 */
export function terminalTable(analysis: Analysis, text: ReportText = en): TerminalTable {
  const [base, ...others] = analysis.runs;
  const rows = keyRows(analysis).map(({ measure: { name }, row, ofBase }) => [
    name,
    row.at ?? row.window.join(" – "),
    text.format.unitWord(row.unit),
    ofBase ? text.format.meanAndHalfWidth(row.mean, row.halfWidth, row.unit) : "",
    ...others.map((other) => otherCell(analysis, other, name, ofBase, text)),
  ]);
  const { measure, when, unit } = text.page.labels;
  return {
    head: [measure, when, unit, base.scenario.id, ...others.map(({ scenario }) => scenario.id)],
    rows,
  };
}
