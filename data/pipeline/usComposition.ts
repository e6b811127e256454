import { numberOf, onlyRow, readSource, type SourceRow, textOf } from "./readSource.ts";

/** The row of one category of the composition at a date. */
function compositionRow(dimension: string, category: string, date: string): SourceRow {
  const isIt = (row: SourceRow) =>
    row.dimension === dimension && row.category === category && textOf(row, "as_of_date") === date;
  return onlyRow(readSource("us-composition.csv"), isIt, `${dimension} ${category} ${date}`);
}

/** People of one category of the composition at a date. */
export function compositionCount(dimension: string, category: string, date: string): number {
  return numberOf(compositionRow(dimension, category, date), "count_persons");
}

/** Percentage of one category of the composition at a date. */
export function compositionPercent(dimension: string, category: string, date: string): number {
  return numberOf(compositionRow(dimension, category, date), "percent");
}
