import type { GateRow } from "../../gates/gateRows.ts";
import type * as en from "../en/gates.ts";
import { MARKS } from "../en/gates.ts";
import { decimalsFor, isProportion, shown } from "../format.ts";
import { bareValue, number, percent, unitWord } from "./format.ts";
import { VERDICTS } from "./verdicts.ts";

export { MARKS };

export const labels: Record<keyof typeof en.labels, string> = {
  heading: "Condiciones",
  suite: "condiciones de bedspace",
  failed: "Una condición no se cumple",
  undecided: "Una condición queda sin decidir",
};

/** What the section says above its table. */
export function intro(rows: readonly GateRow[]): string {
  return `${gateSummary(rows)}.`;
}

export const columns: Record<keyof typeof en.columns, string> = {
  gate: "Condición",
  scenario: "Escenario",
  verdict: "Veredicto",
  measured: "Medido",
  interval: "Intervalo",
  limit: "Límite",
  replications: "Réplicas",
};

/** Sign and word: "✗ no se cumple". */
export function verdictCell({ verdict }: GateRow): string {
  return `${MARKS[verdict]} ${VERDICTS[verdict]}`;
}

/** What was measured, with its unit: "98.14 %". */
export function measuredCell(row: GateRow): string {
  const { estimate, unit, note } = row;
  if (estimate === null) return "no definida";
  return `${value(row, estimate)} ${unitWord(unit)}${note === "" ? "" : ` (${lookedFor(note)})`}`;
}

/** Interval of what was measured: "97.9 a 98.4 % (95 %)". */
export function intervalCell(row: GateRow): string {
  return row.estimate === null ? "" : `${intervalWords(row)} ${unitWord(row.unit)} (${percent(row.level)})`;
}

/** How the limit is set: "< 50 %". */
export function limitCell(row: GateRow): string {
  return `${row.comparison} ${limitWords(row)}`;
}

/** What is said of a gate in one line. */
export function gateLine(row: GateRow): string {
  const { verdict, scenario, gate } = row;
  return `${MARKS[verdict]} ${scenario}: ${gate}: ${verdictWords(row)}`;
}

/** Estimate, interval and what follows from it. */
export function verdictWords(row: GateRow): string {
  const { verdict, estimate, n, level, note, unit } = row;
  if (estimate === null) return "sin decidir: no está definida en ninguna réplica";
  const remark = note === "" ? "" : `, ${lookedFor(note)}`;
  const found = `${value(row, estimate)} ${unitWord(unit)} (intervalo del ${percent(level)}: ${intervalWords(row)}, ${replications(n)}${remark})`;
  if (verdict === "undecided")
    return `sin decidir: ${found}; el límite ${limitWords(row)} queda dentro de él`;
  return `${verdict === "pass" ? "se cumple" : "no se cumple"}: ${found}`;
}

/** What to do about gates that are not decided. */
export const undecidedHint =
  "más --replications angostan los intervalos; --undecided warn deja pasar con aviso las condiciones sin decidir";

/** How many gates there are, by verdict. */
export function gateSummary(rows: readonly GateRow[]): string {
  const count = (verdict: GateRow["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  const [passed, failed, undecided] = [count("pass"), count("fail"), count("undecided")];
  const parts = [`${passed} de ${rows.length} condiciones ${passed === 1 ? "se cumple" : "se cumplen"}`];
  if (failed > 0) parts.push(`${failed} no`);
  if (undecided > 0) parts.push(`${undecided} sin decidir`);
  return parts.join(", ");
}

/** How an event was looked for; rows carry it in English. */
function lookedFor(note: string): string {
  const dates = /^looked for on (\d+) sampling dates?$/.exec(note)?.[1];
  if (dates === undefined) return note;
  return dates === "1" ? "se buscó en 1 fecha de muestreo" : `se buscó en ${dates} fechas de muestreo`;
}

function replications(n: number): string {
  return n === 1 ? "1 réplica" : `${n} réplicas`;
}

function intervalWords(row: GateRow): string {
  const end = (bound: number | null) => (bound === null ? "se desconoce" : value(row, bound));
  return `${end(row.low)} a ${end(row.high)}`;
}

function limitWords({ limit, unit }: GateRow): string {
  return isProportion(unit)
    ? `${number(limit * 100, decimalsNeeded(limit * 100))} %`
    : `${number(limit, decimalsNeeded(limit))} ${unitWord(unit)}`;
}

/** As many decimals as the number is written with. */
function decimalsNeeded(amount: number): number {
  return (/\.(\d+)/.exec(String(Number(amount.toPrecision(12))))?.[1] ?? "").length;
}

/** Number without its unit, rounded by the width of the interval. */
function value({ low, high, unit }: GateRow, amount: number): string {
  if (low === null || high === null || low === high) return bareValue(amount, unit);
  const half = shown((high - low) / 2, unit);
  const decimals = Math.max(isProportion(unit) ? 1 : 0, decimalsFor(half, shown(amount, unit)));
  return number(shown(amount, unit), decimals);
}
