import type { DifferenceRow, SummaryRow } from "../../rows.ts";
import { endOf } from "../../rows.ts";
import { isProportion } from "../format.ts";
import { holdsZero } from "../holdsZero.ts";
import { isolate } from "../isolate.ts";
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
  const word = isProportion(row.unit)
    ? `percentage points ${row.mean < 0 ? "lower" : "higher"}`
    : `${row.mean < 0 ? "fewer" : "more"} ${unitWord(row.unit)}`;
  const spread = spreadOf(row.mean, row.halfWidth);
  if (!spread) {
    const detail =
      spread === 0 ? "the same in every replication" : "one replication, which gives no interval";
    return { core: `${middle} ${word}`, detail };
  }
  return {
    core: `between ${low} and ${high} ${word}`,
    detail: `${percent(row.level)} confidence interval of the mean; mean ${middle}`,
  };
}

/**
 * What a difference amounts to, without its subject; the interval comes first.
 *
 * @example
 * amount(row); // => "between 270 and 310 fewer people (95 % confidence interval of the mean; mean 290)"
 */
export function amount(row: DifferenceRow): string {
  if (row.identical) {
    return `no difference at all (equal in ${row.n === 1 ? "the one replication" : `all ${number(row.n)} replications`})`;
  }
  if (holdsZero(row)) {
    const [low, high] = bounds(row.mean, row.halfWidth ?? 0, row.unit);
    return `no detectable difference (${percent(row.level)} confidence interval of the mean: ${low} to ${high} ${differenceUnit(row.unit)})`;
  }
  const { core, detail } = change(row);
  return `${core} (${detail})`;
}

/** Answer about one place: the scenario that changes it most. */
export interface LargestChange {
  readonly place: string;
  readonly base: string;
  readonly scenario: string;
  readonly row: DifferenceRow;
  /** Scenarios that were compared with the base. */
  readonly compared: number;
  /** How many of them show no detectable difference, those without any difference not counted. */
  readonly undetected: number;
  /** How many of them equal the base in every replication. */
  readonly identical: number;
}

/**
 * Sentence on head-count differences in one system.
 *
 * @example
 * largestChange({ place: "Mexico", ... }); // => "Mexico: on 2030-01-01 there are between 270 and 310 more people ..."
 */
export function largestChange(answer: LargestChange): string {
  const { place, base, scenario, row, compared, undetected, identical } = answer;
  const start = `${isolate(place)}: on ${endOf(row)}`;
  if (undetected + identical === compared) {
    return compared === 1
      ? `${start} the number of people inside under ${quoted(scenario)} shows ${amount(row)} against ${quoted(base)}.`
      : `${start} none of the ${compared} scenarios shows a detectable difference in the number of people inside against ${quoted(base)}; nearest to one is ${quoted(scenario)}: ${amount(row)}.`;
  }
  const { core, detail } = change(row);
  const others = compared > 1 ? `, the largest change of the ${compared} scenarios compared` : "";
  const rest = [counted(identical, "no difference at all"), counted(undetected, "no detectable difference")];
  return `${start} there are ${core} under ${quoted(scenario)} than in ${quoted(base)} (${detail})${others}${rest.join("")}.`;
}

function counted(scenarios: number, finding: string): string {
  return scenarios === 0 ? "" : `; ${scenarios} ${scenarios === 1 ? "shows" : "show"} ${finding}`;
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
    return ["No difference at all in any of the main measures: every replication equals the base."];
  }
  return [
    ...(undetected.length === 0 ? [] : [`No detectable difference: ${undetected.join("; ")}.`]),
    ...(identical.length === 0 ? [] : [`No difference at all: ${identical.join("; ")}.`]),
  ];
}

/** Sentence on a state that one scenario reaches. */
export function stateAt(label: string, row: SummaryRow): string {
  const band = `90 % of outcomes lie between ${bareValue(row.quantiles["0.05"], row.unit)} and ${value(row.quantiles["0.95"], row.unit)}`;
  const start = row.at === undefined ? `From ${row.window[0]} to ${row.window[1]}` : `On ${row.at}`;
  if (row.halfWidth === null) {
    return `${start}, ${label}: ${value(row.mean, row.unit)} in the one replication, which gives no interval.`;
  }
  const [low, high, middle] = bounds(row.mean, row.halfWidth, row.unit);
  const unit = unitWord(row.unit);
  return row.halfWidth === 0
    ? `${start}, ${label}: ${middle} ${unit} in every replication.`
    : `${start}, ${label}: between ${low} and ${high} ${unit} (${percent(row.level)} confidence interval of the mean; mean ${middle}); ${band}.`;
}

/** What intervals and bands are; stands once under the answer. */
export function intervalNote(level: number): string {
  return (
    `Intervals are ${percent(level)} confidence intervals of the mean, chance only: parameters are taken as given. ` +
    "Bands called “90 % of outcomes” say where single replications fall and do not shrink with their number. " +
    "Differences are paired: replication k of a scenario against replication k of the base, on common random numbers."
  );
}
