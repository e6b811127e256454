import type { Direction, Moved, MovedConclusion, MovedRow, Unmatched } from "../../against/moved.ts";
import { differenceUnit, meanAndHalfWidth, number, unitWord } from "./format.ts";
import { MARKS } from "./gates.ts";

export const labels = {
  heading: "What moved since the earlier run",
  change: "Change",
  scenario: "Scenario",
  what: "Gate, or measure",
  when: "At, or over",
  unit: "Unit",
  before: "Then",
  now: "Now",
};

/** Kinds of change, most important first. */
export const changes = {
  verdict: "verdict of a gate",
  sign: "sign of a difference",
  conclusion: "conclusion on a difference",
  difference: "difference",
  mean: "mean",
};

/** Why a list of intervals that lie apart is no list of effects. */
export const chanceNote: string =
  "Confidence intervals are set against each other one by one: of independent runs of the same model some lie apart by chance alone, about 1 in 200 at 95 % where both have equally many replications. A move says nothing of its cause.";

/** How much moved, in one sentence, and what the runs were. */
export function summary({ verdicts, conclusions, rows, compared, earlier }: Moved): string {
  const parts = [
    counted(verdicts.length, "gate has another verdict", "gates have another verdict"),
    counted(conclusions.length, "difference has another conclusion", "differences have another conclusion"),
    counted(rows.length, "further interval lies apart", "further intervals lie apart"),
  ].flatMap((part) => part ?? []);
  const run = `the earlier run (seed ${earlier.seed}, ${counted(earlier.replications, "replication", "replications")})`;
  const set = `${number(compared)} ${compared === 1 ? "interval was" : "intervals were"} set against ${run}`;
  return parts.length === 0 ? `Nothing moved; ${set}.` : `${parts.join(", ")}; ${set}.`;
}

/** What cannot be set against the earlier run, one line each. */
export function unmatchedLines(unmatched: Unmatched, changedScenarios: readonly string[]): string[] {
  const lines: [readonly string[], string][] = [
    [changedScenarios, "changed since, as resolved"],
    [unmatched.scenariosNow, "only in this run: scenario"],
    [unmatched.scenariosThen, "only in the earlier run: scenario"],
    [unmatched.measuresNow, "only in this run: measure"],
    [unmatched.measuresThen, "only in the earlier run: measure"],
    [unmatched.gatesNow, "only in this run: gate"],
    [unmatched.gatesThen, "only in the earlier run: gate"],
  ];
  return lines.flatMap(([items, words]) => (items.length === 0 ? [] : [`${words} ${few(items)}`]));
}

/** What a difference says, in a cell: "fewer: −290 ± 20". */
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
  return `${MARKS[verdict]} ${verdict}`;
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
  return `… and ${number(count)} more: all of them are in summary.json`;
}

function directionWord(direction: Direction): string {
  if (direction === 0) return "no detectable difference";
  return direction < 0 ? "less" : "more";
}

function counted(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${number(count)} ${count === 1 ? one : many}`;
}

/** The first of a list, and how many there are besides. */
function few(items: readonly string[]): string {
  const shown = items.slice(0, 3).map((item) => `"${item}"`);
  const rest = items.length - shown.length;
  return rest === 0 ? shown.join(", ") : `${shown.join(", ")} and ${number(rest)} more`;
}
