import type { SeekAnswer } from "../experiments/index.ts";
import { type BoundGate, type ReportText, shown } from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import type { SeekFlags } from "./experimentFlags.ts";
import type { SeekRange } from "./seekRange.ts";

/** An answer and what was asked. */
interface Found {
  readonly answer: SeekAnswer;
  readonly bound: BoundGate;
  readonly scenario: CompiledScenario;
  readonly range: SeekRange;
  readonly flags: SeekFlags;
}

/** What the sentences need. */
export function seekWords({ answer, bound, range, flags }: Found) {
  const { value, notMet, monotonicity } = answer;
  const text = (x: number | null): string | null => (x === null ? null : range.text(x));
  return {
    status: answer.status,
    gate: bound.gate.text,
    path: flags.vary,
    from: range.text(range.from),
    to: range.text(range.to),
    value: text(value),
    notMet: text(notMet),
    meetsAbove: value !== null && notMet !== null && value > notMet,
    undecided: answer.undecided.map(range.text),
    looked: answer.evaluated.length,
    most: flags.most,
    confidence: flags.confidence,
    direction: monotonicity.direction,
    isMonotone: answer.isMonotone,
    reversals: monotonicity.reversals.map(({ from, to }) => [range.text(from), range.text(to)] as const),
  };
}

/** Every value that was looked at. */
export function seekTable(
  { answer, bound, range }: Found,
  text: ReportText,
): [headings: readonly string[], rows: string[][]] {
  const cell = (x: number | null): string =>
    x === null ? "" : String(Number(shown(x, bound.unit).toPrecision(5)));
  const rows = answer.evaluated.map(({ x, verdict, estimate, low, high, replications }) => [
    range.text(x),
    text.against.verdictCell(verdict),
    cell(estimate),
    cell(low),
    cell(high),
    String(replications),
  ]);
  const [value, verdict, estimate, ...others] = text.experiments.seekColumns;
  return [[value, verdict, `${estimate} (${text.format.unitWord(bound.unit)})`, ...others], rows];
}

/** What `seek --json` prints. */
export function seekDocument({ answer, bound, scenario, range, flags }: Found) {
  const { monotonicity, evaluated, isMonotone, level, status, value, notMet, undecided } = answer;
  return {
    schemaVersion: 1,
    experiment: "seek",
    scenario: { id: scenario.id, title: scenario.title },
    seed: flags.seed,
    path: flags.vary,
    from: range.text(range.from),
    to: range.text(range.to),
    within: range.within,
    gate: bound.gate.text,
    measure: bound.measure.name,
    unit: bound.unit,
    limit: bound.limit,
    note: bound.note,
    confidence: flags.confidence,
    levelOfEachDecision: level,
    status,
    value: value === null ? null : { number: value, text: range.text(value) },
    notMet: notMet === null ? null : { number: notMet, text: range.text(notMet) },
    undecided: undecided.map((x) => ({ number: x, text: range.text(x) })),
    monotone: { isMonotone, ...monotonicity },
    evaluated: evaluated.map((entry) => ({ ...entry, text: range.text(entry.x) })),
  };
}
