import type { GateRow } from "../../gates/gateRows.ts";
import { decimalsFor, isProportion, shown } from "../format.ts";
import { bareValue, number, percent, unitWord } from "./format.ts";

/** Signs of the list. */
export const MARKS = { pass: "✓", fail: "✗", undecided: "?" } as const;

export const labels = {
  heading: "Gates",
  /** Name of the JUnit suite. */
  suite: "bedspace gates",
  /** Titles of annotations. */
  failed: "A gate does not hold",
  undecided: "A gate is undecided",
};

/** What the section says above its table. */
export function intro(rows: readonly GateRow[]): string {
  return `${gateSummary(rows)}.`;
}

export const columns = {
  gate: "Gate",
  scenario: "Scenario",
  verdict: "Verdict",
  measured: "Measured",
  interval: "Interval",
  limit: "Limit",
  replications: "Replications",
};

const VERDICTS = { pass: "holds", fail: "does not hold", undecided: "undecided" } as const;

/** Sign and word: "✗ does not hold". */
export function verdictCell({ verdict }: GateRow): string {
  return `${MARKS[verdict]} ${VERDICTS[verdict]}`;
}

/** What was measured, with its unit: "98.14 %". */
export function measuredCell(row: GateRow): string {
  const { estimate, unit, note } = row;
  if (estimate === null) return "not defined";
  return `${value(row, estimate)} ${unitWord(unit)}${note === "" ? "" : ` (${note})`}`;
}

/** Interval of what was measured: "97.9 to 98.4 % (95 %)". */
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
  if (estimate === null) return "undecided: not defined in any replication";
  const remark = note === "" ? "" : `, ${note}`;
  const found = `${value(row, estimate)} ${unitWord(unit)} (${percent(level)} interval ${intervalWords(row)}, ${replications(n)}${remark})`;
  if (verdict === "undecided") return `undecided: ${found}; the limit ${limitWords(row)} lies within it`;
  return `${verdict === "pass" ? "holds" : "does not hold"}: ${found}`;
}

/** What to do about gates that are not decided. */
export const undecidedHint =
  "more --replications narrow the intervals; --undecided warn lets undecided gates pass with a warning";

/** How many gates there are, by verdict. */
export function gateSummary(rows: readonly GateRow[]): string {
  const count = (verdict: GateRow["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  const [failed, undecided] = [count("fail"), count("undecided")];
  const parts = [`${count("pass")} of ${rows.length} gates hold`];
  if (failed > 0) parts.push(`${failed} ${failed === 1 ? "does" : "do"} not`);
  if (undecided > 0) parts.push(`${undecided} undecided`);
  return parts.join(", ");
}

function replications(n: number): string {
  return n === 1 ? "1 replication" : `${n} replications`;
}

function intervalWords(row: GateRow): string {
  const end = (bound: number | null) => (bound === null ? "unknown" : value(row, bound));
  return `${end(row.low)} to ${end(row.high)}`;
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
