import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { type Analysis, sidesOf, titleOf } from "../analyse.ts";
import type { ReportTable } from "../charts/chart.ts";
import type { ScenarioRun } from "../compare.ts";
import type { ReportText } from "../text/en.ts";
import { knownHow } from "./knownHow.ts";
import { LedgerCells } from "./ledgerCells.ts";
import { type LedgerRow, ledgerRows } from "./ledgerRows.ts";

/**
 * Both sides of the ledger: one row for each method, with what it says of the sending and of the receiving side,
 * what it assumes, and how its figures are known. For the base its own sums, for another run its differences from
 * the base. Where an input is missing, the cell names it.
 *
 * @example
 * ledgerTable(analysis, analysis.runs[0], en).columns[0]; // => "Method"
 */
export function ledgerTable(analysis: Analysis, run: ScenarioRun, text: ReportText): ReportTable {
  const { scenario } = analysis.runs[0];
  const { sending, receiving } = sidesOf(scenario);
  const title = (system: string) => titleOf(scenario.systems, system);
  const cells = new LedgerCells(analysis, run, text);
  return {
    columns: text.ledger.columns(title(sending), receiving === null ? null : title(receiving)),
    rows: ledgerRows(scenario, text).map((row) => [
      row.title,
      cells.of(row.sending),
      cells.of(row.receiving),
      row.assumes,
      markCell(scenario, row, text),
    ]),
  };
}

function markCell(scenario: CompiledScenario, { inputs }: LedgerRow, text: ReportText): string {
  return inputs === null ? text.ledger.cells.simulated : knownHow(scenario, inputs, text);
}
