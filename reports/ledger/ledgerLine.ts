import type { ReplicationResult } from "../../engine/result.ts";
import type { LedgerDescription } from "../../scenarios/compiledScenario.ts";
import type { MeasureScope, PairReader, ReadableMeasure, Reader } from "../measures/measure.ts";
import { inDollars } from "./inDollars.ts";
import { dollarsName, LEDGER_LINES } from "./ledgerCatalogue.ts";

/** One method applied to one side of the ledger: a measure, if no input is missing. */
export interface LedgerLine {
  readonly scope: MeasureScope;
  readonly quantity: string;
  /** Currency of the amounts, or what is counted. */
  readonly unit: string;
  /** Paths of the inputs that the scenario lacks. */
  readonly missing: readonly string[];
  /** Gives no meaningful number while something is missing. */
  readonly reader: Reader;
  /** Set where the line exists only between two scenarios. */
  readonly between?: PairReader;
}

/** Name of a line among the measures. */
export function ledgerName({ scope, quantity }: Pick<LedgerLine, "scope" | "quantity">): string {
  return `ledger.${scope.id}.${quantity}`;
}

/** The measure of a line that lacks no input. */
export function ledgerMeasure(line: LedgerLine): ReadableMeasure {
  const { scope, quantity, unit, reader, between } = line;
  const [stem = ""] = quantity.split(".");
  const place = scope.kind === "corridor" ? "<corridor>" : "<system>";
  const kind = LEDGER_LINES.find(([pattern]) => `${pattern}.`.startsWith(`ledger.${place}.${stem}.`));
  if (kind === undefined) {
    throw new RangeError(`ledgerMeasure requires a quantity of the catalogue, got "${quantity}"`);
  }
  const [, , reading, definition, source] = kind;
  const measure = { name: ledgerName(line), quantity, scope, unit, reading, definition, source };
  return { measure, reader, ...(between === undefined ? {} : { between }) };
}

/** A line of money, and the same in US dollars where its currency is another. */
export function withDollars(line: LedgerLine, { exchangeRate }: LedgerDescription): LedgerLine[] {
  if (line.unit === "USD") {
    return [line];
  }
  const rate = exchangeRate[line.unit];
  const { reader, between } = line;
  const converted: LedgerLine = {
    ...line,
    quantity: dollarsName(line.quantity),
    unit: "USD",
    missing: rate === undefined ? [...line.missing, `ledger.exchangeRate.${line.unit}`] : line.missing,
    reader: (at) => {
      const read = reader(at);
      return (result) => inDollars(read(result), rate ?? Number.NaN);
    },
  };
  if (between === undefined) {
    return [line, converted];
  }
  const pair: PairReader = (other) => {
    const read = between(other);
    return (base, result) => inDollars(read(base, result), rate ?? Number.NaN);
  };
  return [line, { ...converted, between: pair }];
}

/** Reads a sum over the run. */
export function overRun(read: (result: ReplicationResult) => number): Reader {
  return (at) => {
    if (at !== "horizon") {
      throw new RangeError(`a sum over the run is read over the horizon, not at ${at}`);
    }
    return read;
  };
}

/** Reads what is kept since the start: nothing on day 0. */
export function sinceStart(read: (result: ReplicationResult, grid: number) => number): Reader {
  return (at) => {
    if (at === "horizon") {
      throw new RangeError("a sum since the start is read at a date, not over the horizon");
    }
    return at === "start" ? () => 0 : (result) => read(result, at);
  };
}
