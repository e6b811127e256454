import { nearestHint } from "../../scenarios/nearest.ts";
import type { Comparison, Gate, Limit, Moment, Word } from "./gate.ts";
import { GateScanner } from "./gateScanner.ts";

const KINDS = ["mean", "probability", "quantile", "difference"] as const;
const COMPARISONS: readonly Comparison[] = ["<=", ">=", "<", ">"];
const FORM = "a gate is written as mean(<measure>, at: <date>) < <limit>";

/**
 * Reads a gate:
 *
 * - `mean(<measure>, at: <date>) < <limit>`: the mean over replications
 * - `probability(<measure> > <limit>, by: <date>) < <limit>`: the share of replications in which it happens, `by` a
 *   date (at any time up to it) or `at` one
 * - `quantile(<measure>, 0.9, at: <date>) < <limit>`: of outcomes
 * - `difference(<measure>, at: <date>) < <limit>`: mean of the paired differences from the base
 *
 * The comparison may be `<`, `<=`, `>` or `>=`; a limit is a number in the measure's unit, or per cent of a
 * proportion. Without `at` a measure is read at the end, one of the whole run over the run.
 *
 * @throws {GateError} if the text has another form; it says where
 * @example
 * parseGate("mean(mx.federal.occupancy, at: 2030-01-01) < 90 %").limit.number; // => 90
 */
export function parseGate(text: string): Gate {
  const scanner = new GateScanner(text);
  const kind = kindIn(scanner);
  scanner.expect("(");
  const measure = measureIn(scanner);
  const own = kind === "probability" ? { event: comparisonIn(scanner) } : {};
  const probability = kind === "quantile" ? quantileIn(scanner) : undefined;
  const moment = momentIn(scanner, kind);
  scanner.expect(")");
  const { comparison, limit } = comparisonIn(scanner);
  scanner.expectEnd();
  const parts = { kind, text: scanner.text, measure, moment, comparison, limit };
  return { ...parts, ...own, ...(probability !== undefined && { probability }) } as Gate;
}

function kindIn(scanner: GateScanner): Gate["kind"] {
  const word = scanner.word("one of mean, probability, quantile and difference", FORM);
  const kind = KINDS.find((name) => name === word.text);
  if (kind !== undefined) return kind;
  const hint = nearestHint(word.text, KINDS) ?? FORM;
  throw scanner.error(word.column, `unknown kind of gate "${word.text}"`, hint);
}

function measureIn(scanner: GateScanner): Word {
  return scanner.word("a measure", "bedspace measures lists them");
}

function comparisonIn(scanner: GateScanner): { comparison: Comparison; limit: Limit } {
  const comparison = COMPARISONS.find((sign) => scanner.take(sign) !== null);
  if (comparison === undefined) throw scanner.unexpected("one of <, <=, > and >=");
  return { comparison, limit: scanner.limit() };
}

function quantileIn(scanner: GateScanner): number {
  scanner.expect(",");
  const { number, unit, column } = scanner.limit();
  const probability = unit === "%" ? number / 100 : number;
  if (probability > 0 && probability < 1) return probability;
  throw scanner.error(column, `a quantile is one of a probability between 0 and 1, got ${number}${unit}`);
}

function momentIn(scanner: GateScanner, kind: Gate["kind"]): Moment {
  if (scanner.take(",") === null) return { kind: "at", date: null };
  const word = scanner.word('"at:" or "by:"');
  if (word.text !== "at" && word.text !== "by") {
    const hint = "at: reads on that date, by: at any time up to it";
    throw scanner.error(word.column, `expected "at:" or "by:", got "${word.text}"`, hint);
  }
  if (word.text === "by" && kind !== "probability") {
    throw scanner.error(word.column, `"by:" belongs to a probability; a ${kind} is read "at:" a date`);
  }
  scanner.expect(":");
  return { kind: word.text, date: scanner.word("a date such as 2030-01-31") };
}
