import type { Analysis } from "../analyse.ts";
import type { ScenarioRun } from "../compare.ts";
import type { SummaryRow } from "../rows.ts";
import type { ReportText } from "../text/en.ts";
import { ledgerName } from "./ledgerLine.ts";
import { ledgerLines } from "./ledgerMeasures.ts";

/** A line of the ledger by what it is of and its quantity. */
export interface LineName {
  readonly id: string;
  readonly quantity: string;
}

const MILLION = 1e6;
const CURRENCY = /^[A-Z]{3}$/;

/** Writes the lines of one run as cells of a table. */
export class LedgerCells {
  readonly #analysis: Analysis;
  readonly #run: ScenarioRun;
  readonly #text: ReportText;
  /** Missing inputs of every line of the base, by the line's name. */
  readonly #missing: ReadonlyMap<string, readonly string[]>;
  /** Lines that exist only between two scenarios. */
  readonly #paired: ReadonlySet<string>;

  constructor(analysis: Analysis, run: ScenarioRun, text: ReportText) {
    const lines = ledgerLines(analysis.runs[0].scenario);
    this.#analysis = analysis;
    this.#run = run;
    this.#text = text;
    this.#missing = new Map(lines.map((line) => [ledgerName(line), line.missing]));
    this.#paired = new Set(lines.flatMap((line) => (line.between === undefined ? [] : [ledgerName(line)])));
  }

  /** One cell for one or two lines, such as the same amount in two currencies. */
  of(names: readonly LineName[]): string {
    const { none } = this.#text.ledger.cells;
    const parts = names.map(({ id, quantity }) => this.#value(`ledger.${id}.${quantity}`)).filter(Boolean);
    return parts.length === 0 ? none : [...new Set(parts)].join("; ");
  }

  /** Empty where the scenario has no such line. */
  #value(name: string): string {
    const { cells } = this.#text.ledger;
    const missing = this.#missing.get(name);
    if (missing === undefined) {
      return "";
    }
    if (missing.length > 0) {
      return cells.needs(missing);
    }
    return this.#run === this.#analysis.runs[0] ? this.#sum(name) : this.#difference(name);
  }

  #sum(name: string): string {
    const row = this.#analysis.index.last(this.#run.scenario.id, name);
    if (row !== undefined) {
      return this.#sized(row);
    }
    return this.#paired.has(name) ? this.#text.ledger.cells.needsBase : "";
  }

  #difference(name: string): string {
    const { labels } = this.#text.page;
    const row = this.#analysis.index.lastDifference(this.#run.scenario.id, name);
    if (row === undefined) {
      return "";
    }
    if (row.identical) {
      return this.#isStep(name) ? this.#text.ledger.cells.noUnit : labels.identical;
    }
    const size = this.#sized(row, true);
    return this.#text.sentences.holdsZero(row) ? `${size}, ${labels.undetected}` : size;
  }

  /** A step of 0 says that no unit closes, not that nobody moves. */
  #isStep(name: string): boolean {
    return this.#paired.has(name) && name.includes(".costByStep");
  }

  #sized(row: Pick<SummaryRow, "mean" | "halfWidth" | "unit">, signed = false): string {
    const { meanAndHalfWidth, unitWord } = this.#text.format;
    const inMillions = CURRENCY.test(row.unit) && Math.abs(row.mean) >= MILLION;
    const scale = inMillions ? MILLION : 1;
    const halfWidth = row.halfWidth === null ? null : row.halfWidth / scale;
    const unit = inMillions ? this.#text.ledger.millions(row.unit) : unitWord(row.unit);
    return `${meanAndHalfWidth(row.mean / scale, halfWidth, row.unit, signed)} ${unit}`;
  }
}
