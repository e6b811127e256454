import type { Direction, Moved, MovedConclusion, MovedRow, Unmatched } from "../../against/moved.ts";
import type * as en from "../en/against.ts";
import { differenceUnit, meanAndHalfWidth, number, unitWord } from "./format.ts";
import { MARKS } from "./gates.ts";
import { VERDICTS } from "./verdicts.ts";

export const labels: Record<keyof typeof en.labels, string> = {
  heading: "Qué se movió desde la simulación anterior",
  change: "Cambio",
  scenario: "Escenario",
  what: "Condición, o medida",
  when: "Al, o en el periodo",
  unit: "Unidad",
  before: "Entonces",
  now: "Ahora",
};

/** Kinds of change, most important first. */
export const changes: Record<keyof typeof en.changes, string> = {
  verdict: "veredicto de una condición",
  sign: "signo de una diferencia",
  conclusion: "conclusión sobre una diferencia",
  difference: "diferencia",
  mean: "media",
};

/** Why a list of intervals that lie apart is no list of effects. */
export const chanceNote =
  "Los intervalos de confianza se comparan uno por uno: en simulaciones independientes del mismo modelo algunos quedan separados solo por azar, cerca de 1 en 200 al 95 % cuando ambas tienen igual número de réplicas. Un movimiento no dice nada de su causa.";

/** How much moved, in one sentence, and what the runs were. */
export function summary({ verdicts, conclusions, rows, compared, earlier }: Moved): string {
  const parts = [
    counted(verdicts.length, "condición tiene otro veredicto", "condiciones tienen otro veredicto"),
    counted(conclusions.length, "diferencia tiene otra conclusión", "diferencias tienen otra conclusión"),
    counted(rows.length, "intervalo más queda separado", "intervalos más quedan separados"),
  ].flatMap((part) => part ?? []);
  const run = `la simulación anterior (semilla ${earlier.seed}, ${counted(earlier.replications, "réplica", "réplicas")})`;
  const set = `${number(compared)} ${compared === 1 ? "intervalo se comparó" : "intervalos se compararon"} con ${run}`;
  return parts.length === 0 ? `Nada se movió; ${set}.` : `${parts.join(", ")}; ${set}.`;
}

/** What cannot be set against the earlier run, one line each. */
export function unmatchedLines(unmatched: Unmatched, changedScenarios: readonly string[]): string[] {
  const lines: [readonly string[], string][] = [
    [changedScenarios, "cambió desde entonces, ya resuelto:"],
    [unmatched.scenariosNow, "solo en esta simulación: escenario"],
    [unmatched.scenariosThen, "solo en la simulación anterior: escenario"],
    [unmatched.measuresNow, "solo en esta simulación: medida"],
    [unmatched.measuresThen, "solo en la simulación anterior: medida"],
    [unmatched.gatesNow, "solo en esta simulación: condición"],
    [unmatched.gatesThen, "solo en la simulación anterior: condición"],
  ];
  return lines.flatMap(([items, words]) => (items.length === 0 ? [] : [`${words} ${few(items)}`]));
}

/** What a difference says, in a cell: "menos: −290 ± 20". */
export function conclusionCell(row: MovedConclusion, side: "before" | "now"): string {
  const { mean, halfWidth } = row[side];
  return `${directionWord(side === "before" ? row.from : row.to)}: ${meanAndHalfWidth(mean, halfWidth, row.unit, true)}`;
}

/** A mean or a difference in a cell. */
export function rowCell(row: MovedRow, side: "before" | "now"): string {
  const { mean, halfWidth } = row[side];
  return meanAndHalfWidth(mean, halfWidth, row.unit, row.base !== undefined);
}

/** Verdict of a gate in a cell. */
export function verdictCell(verdict: keyof typeof MARKS): string {
  return `${MARKS[verdict]} ${VERDICTS[verdict]}`;
}

/** Unit of a row, for a cell. */
export function unitCell({ unit, base }: { readonly unit: string; readonly base?: string }): string {
  return base === undefined ? unitWord(unit) : differenceUnit(unit);
}

/** A scenario, or its difference from the base. */
export function scenarioCell({
  scenario,
  base,
}: {
  readonly scenario: string;
  readonly base?: string;
}): string {
  return base === undefined ? scenario : `${scenario} − ${base}`;
}

/** How many rows are not shown. */
export function moreRows(count: number): string {
  return `… y ${number(count)} más: todas están en summary.json`;
}

function directionWord(direction: Direction): string {
  if (direction === 0) return "sin diferencia detectable";
  return direction < 0 ? "menos" : "más";
}

function counted(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${number(count)} ${count === 1 ? one : many}`;
}

/** The first of a list, and how many there are besides. */
function few(items: readonly string[]): string {
  const shown = items.slice(0, 3).map((item) => `"${item}"`);
  const rest = items.length - shown.length;
  return rest === 0 ? shown.join(", ") : `${shown.join(", ")} y ${number(rest)} más`;
}
