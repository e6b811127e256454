import type { Analysis } from "./analyse.ts";
import { keyMeasures } from "./keyMeasures.ts";
import { differenceCell } from "./measureTable.ts";
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
export function terminalTable({ runs, index }: Analysis, text: ReportText = en): TerminalTable {
  const [base, ...others] = runs;
  const rows = keyMeasures(base.scenario).flatMap(({ name }) => {
    const row = index.last(base.scenario.id, name);
    return row === undefined
      ? []
      : [
          [
            name,
            row.at ?? row.window.join(" – "),
            text.format.unitWord(row.unit),
            text.format.meanAndHalfWidth(row.mean, row.halfWidth, row.unit),
            ...others.map((run) => differenceCell(index.lastDifference(run.scenario.id, name), text)),
          ],
        ];
  });
  const { measure, when, unit } = text.page.labels;
  return {
    head: [measure, when, unit, base.scenario.id, ...others.map(({ scenario }) => scenario.id)],
    rows,
  };
}
