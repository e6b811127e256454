import type { DifferenceRow, SummaryRow } from "../../rows.ts";
import { endOf } from "../../rows.ts";
import type { LargestChange } from "../en/sentences.ts";
import { isProportion } from "../format.ts";
import { holdsZero } from "../holdsZero.ts";
import { isolate } from "../isolate.ts";
import { dateInWords, windowInWords } from "./dates.ts";
import {
  bareValue,
  bounds,
  differenceUnit,
  number,
  percent,
  quoted,
  spreadOf,
  unitWord,
  value,
} from "./format.ts";

export { holdsZero };

/** Size of a change that is not put down to chance, and what stands in brackets after it. */
function change(row: DifferenceRow): { core: string; detail: string } {
  const [low, high, middle] = bounds(Math.abs(row.mean), row.halfWidth ?? 0, row.unit);
  const unit = isProportion(row.unit) ? differenceUnit(row.unit) : unitWord(row.unit);
  const word = `${unit} ${row.mean < 0 ? "menos" : "más"}`;
  const spread = spreadOf(row.mean, row.halfWidth);
  if (!spread) {
    const detail = spread === 0 ? "lo mismo en todas las réplicas" : "una sola réplica, que no da intervalo";
    return { core: `${middle} ${word}`, detail };
  }
  return { core: `entre ${low} y ${high} ${word}`, detail: `${ofMean(row.level)}; media ${middle}` };
}

function ofMean(level: number): string {
  return `intervalo de confianza del ${percent(level)} de la media`;
}

/**
 * What a difference amounts to, without its subject; the interval comes first.
 *
 * @example
 * amount(row); // => "entre 270 y 310 personas menos (intervalo de confianza del 95 % de la media; media 290)"
 */
export function amount(row: DifferenceRow): string {
  if (row.identical) {
    return `sin diferencia alguna (igual en ${row.n === 1 ? "la única réplica" : `las ${number(row.n)} réplicas`})`;
  }
  if (holdsZero(row)) {
    const [low, high] = bounds(row.mean, row.halfWidth ?? 0, row.unit);
    return `sin diferencia detectable (${ofMean(row.level)}: ${low} a ${high} ${differenceUnit(row.unit)})`;
  }
  const { core, detail } = change(row);
  return `${core} (${detail})`;
}

/**
 * Sentence on head-count differences in one system.
 *
 * @example
 * largestChange({ place: "México", ... }); // => "México: al 1 de enero de 2030 hay entre 270 y 310 personas más ..."
 */
export function largestChange(answer: LargestChange): string {
  const { place, base, scenario, row, compared, undetected, identical } = answer;
  const start = `${isolate(place)}: al ${dateInWords(endOf(row))}`;
  if (undetected + identical === compared) {
    return compared === 1
      ? `${start} el número de personas en prisión con ${quoted(scenario)} frente a ${quoted(base)} queda ${amount(row)}.`
      : `${start} ninguno de los ${compared} escenarios muestra una diferencia detectable en el número de personas en prisión frente a ${quoted(base)}; el que más se acerca es ${quoted(scenario)}: ${amount(row)}.`;
  }
  const { core, detail } = change(row);
  const others = compared > 1 ? `, el mayor cambio de los ${compared} escenarios comparados` : "";
  const rest = [counted(identical, "diferencia alguna"), counted(undetected, "diferencia detectable")];
  return `${start} hay ${core} con ${quoted(scenario)} que en ${quoted(base)} (${detail})${others}${rest.join("")}.`;
}

function counted(scenarios: number, finding: string): string {
  return scenarios === 0 ? "" : `; ${scenarios} no ${scenarios === 1 ? "muestra" : "muestran"} ${finding}`;
}

/**
 * Measures that do not change, in one sentence each for those that chance hides and those that are equal.
 *
 * @param all how many were looked at
 */
export function unchanged(
  identical: readonly string[],
  undetected: readonly string[],
  all: number,
): string[] {
  if (identical.length === all) {
    return ["Sin diferencia alguna en las medidas principales: cada réplica es igual a la base."];
  }
  return [
    ...(undetected.length === 0 ? [] : [`Sin diferencia detectable: ${undetected.join("; ")}.`]),
    ...(identical.length === 0 ? [] : [`Sin diferencia alguna: ${identical.join("; ")}.`]),
  ];
}

/** Sentence on a state that one scenario reaches. */
export function stateAt(label: string, row: SummaryRow): string {
  const band = `90 % de los resultados están entre ${bareValue(row.quantiles["0.05"], row.unit)} y ${value(row.quantiles["0.95"], row.unit)}`;
  const when = row.at === undefined ? windowInWords(row.window) : `al ${dateInWords(row.at)}`;
  const start = `${when.charAt(0).toUpperCase()}${when.slice(1)}`;
  if (row.halfWidth === null) {
    return `${start}, ${label}: ${value(row.mean, row.unit)} en la única réplica, que no da intervalo.`;
  }
  const [low, high, middle] = bounds(row.mean, row.halfWidth, row.unit);
  const unit = unitWord(row.unit);
  return row.halfWidth === 0
    ? `${start}, ${label}: ${middle} ${unit} en todas las réplicas.`
    : `${start}, ${label}: entre ${low} y ${high} ${unit} (${ofMean(row.level)}; media ${middle}); ${band}.`;
}

/** What intervals and bands are; stands once under the answer. */
export function intervalNote(level: number): string {
  return (
    `Los intervalos son intervalos de confianza del ${percent(level)} de la media, solo por azar: los parámetros se toman como dados. ` +
    "Las bandas llamadas “90 % de los resultados” dicen dónde caen las réplicas una por una y no se angostan al haber más. " +
    "Las diferencias son pareadas: la réplica k de un escenario frente a la réplica k de la base, con números aleatorios comunes."
  );
}
