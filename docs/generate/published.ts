import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tablesFolder } from "../../cli/package.ts";

/** A published figure, as in `data/tables/us-published.json`. */
export interface Published {
  readonly measure: string;
  readonly category: string;
  readonly value: number;
  readonly unit: string;
  /** ISO date, month or year. */
  readonly asOf: string;
  /** Of whom. */
  readonly base: string;
  readonly source: string;
  readonly note: string;
}

/** Rows of a shipped table. */
export function tableRows<Row>(name: string): readonly Row[] {
  return (JSON.parse(readFileSync(join(tablesFolder, `${name}.json`), "utf8")) as { rows: Row[] }).rows;
}

const figures = tableRows<Published>("us-published");

/** Published figures of one kind, in the order of the table. */
export function publishedFigures(measure: string): readonly Published[] {
  return figures.filter((figure) => figure.measure === measure);
}
