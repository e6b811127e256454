import type { PrecisionRow } from "../../precision/precisionRows.ts";
import type { StoppingReport } from "../../precision/stoppingReport.ts";
import { decimalsFor, shown } from "../format.ts";
import { differenceUnit, number, percent, unitWord } from "./format.ts";

/** Why a run stopped, in one sentence. */
export function stoppedBecause({ reason, replications, precision, rows }: StoppingReport): string {
  if (reason === "reached") {
    return `terminó tras ${replications} réplicas: se alcanza la precisión de ${precision}`;
  }
  const missed = rows.filter(({ reached }) => !reached).length;
  return `terminó en el máximo de ${replications} réplicas: no se alcanza la precisión de ${precision} en ${missed === 1 ? "una cantidad" : `${missed} cantidades`}`;
}

/** How well one quantity is known, in one line. */
export function precisionLine(row: PrecisionRow): string {
  const { scenario, base, quantity, estimate, level, target, reached } = row;
  const of = base === undefined ? scenario : `${scenario} − ${base}`;
  const verdict = reached ? "" : `; se pidió ± ${size(row, target)}, no se alcanza`;
  return `${of}: ${quantity}: ${size(row, estimate)}${interval(row, percent(level))}${verdict}`;
}

function interval(row: PrecisionRow, level: string): string {
  const { low, high } = row;
  return low === undefined || high === undefined
    ? ` ± ${halfWidthWords(row)} (intervalo del ${level})`
    : ` (intervalo del ${level} de ${size(row, low)} a ${size(row, high)})`;
}

/** What a progress line says of the quantity that is farthest from its target. */
export function widest(rows: readonly PrecisionRow[]): string {
  const ratio = ({ halfWidth, target }: PrecisionRow): number =>
    halfWidth === null || target === 0 ? Infinity : halfWidth / target;
  const [first] = rows.toSorted((a, b) => ratio(b) - ratio(a));
  return first === undefined ? "" : `± ${halfWidthWords(first)}, se pidió ± ${size(first, first.target)}`;
}

function halfWidthWords(row: PrecisionRow): string {
  return row.halfWidth === null ? "se desconoce" : size(row, row.halfWidth);
}

/** A number of the row with its unit, rounded by what is known. */
function size({ unit, halfWidth, target, statistic }: PrecisionRow, amount: number): string {
  const word = statistic === "difference" ? differenceUnit(unit) : unitWord(unit);
  const least = Math.min(halfWidth || target, target || Infinity);
  return `${number(shown(amount, unit), decimalsFor(shown(least, unit), shown(amount, unit)))} ${word}`;
}
