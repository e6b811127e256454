import type { ReportTable } from "../charts/chart.ts";
import type { ReportText } from "../text/en.ts";
import type { GateRow } from "./gateRows.ts";

/** Gates as a table: what was asked, the verdict, what was measured with its interval, and the limit. */
export function gateTable(rows: readonly GateRow[], { gates }: ReportText): ReportTable {
  const { gate, scenario, verdict, measured, interval, limit, replications } = gates.columns;
  return {
    columns: [gate, scenario, verdict, measured, interval, limit, replications],
    rows: rows.map((row) => [
      row.gate,
      row.scenario,
      gates.verdictCell(row),
      gates.measuredCell(row),
      gates.intervalCell(row),
      gates.limitCell(row),
      `${row.n}`,
    ]),
  };
}
