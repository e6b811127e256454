import type { ReportTable } from "../charts/chart.ts";
import type { ReportText } from "../text/en.ts";
import type { Moved, MovedConclusion, MovedRow } from "./moved.ts";

/** Most rows that people are shown; documents have all. */
const MOST_ROWS = 40;

/** What moved as a table, changed conclusions first, and how many rows are left out; null where nothing moved. */
export function movedTable(
  { verdicts, conclusions, rows }: Moved,
  { against }: ReportText,
): (ReportTable & { readonly more: number }) | null {
  const { change, scenario, what, when, unit, before, now } = against.labels;
  const all = [
    ...verdicts.map((row) => [
      against.changes.verdict,
      row.scenario,
      row.gate,
      "",
      "",
      against.verdictCell(row.from),
      against.verdictCell(row.to),
    ]),
    ...conclusions.map((row) => [
      row.from * row.to < 0 ? against.changes.sign : against.changes.conclusion,
      ...placeCells(row, against),
      against.conclusionCell(row, "before"),
      against.conclusionCell(row, "now"),
    ]),
    ...rows.map((row) => [
      row.base === undefined ? against.changes.mean : against.changes.difference,
      ...placeCells(row, against),
      against.rowCell(row, "before"),
      against.rowCell(row, "now"),
    ]),
  ];
  if (all.length === 0) return null;
  return {
    columns: [change, scenario, what, when, unit, before, now],
    rows: all.slice(0, MOST_ROWS),
    more: Math.max(0, all.length - MOST_ROWS),
  };
}

function placeCells(row: MovedConclusion | MovedRow, against: ReportText["against"]): string[] {
  const when = row.at ?? row.window?.join(" – ") ?? "";
  return [against.scenarioCell(row), row.measure, when, against.unitCell(row)];
}
