import type { DifferenceRow, SummaryRow } from "../rows.ts";

/** A cell of a result table; null = not defined. */
export type Cell = string | number | boolean | null;

const SUMMARY_COLUMNS = ["scenario", "measure", "unit", "from", "to", "mean", "halfWidth", "level"] as const;

/** Columns of a table by name, in order: what a Parquet writer takes. */
export interface ResultColumn {
  readonly name: string;
  readonly data: readonly Cell[];
}

/**
 * Summary or difference rows as flat records. A row at a date has it as both `from` and `to`; one over a window
 * has the window's ends.
 *
 * @example
 * resultRecords(rows)[0].q0_05; // => 149871
 */
export function resultRecords(rows: readonly (SummaryRow | DifferenceRow)[]): Record<string, Cell>[] {
  return rows.map((row) => ("quantiles" in row ? summaryRecord(row) : differenceRecord(row)));
}

/** Written out: records of one shape are read several times as fast as records put together by name. */
function summaryRecord(row: SummaryRow): Record<string, Cell> {
  const { scenario, measure, unit, mean, halfWidth, level, n } = row;
  const [from, to] = ends(row);
  const { quantiles } = row;
  return {
    scenario,
    measure,
    unit,
    from,
    to,
    mean,
    halfWidth,
    level,
    q0_05: quantiles["0.05"],
    q0_25: quantiles["0.25"],
    q0_5: quantiles["0.5"],
    q0_75: quantiles["0.75"],
    q0_95: quantiles["0.95"],
    n,
  };
}

function differenceRecord(row: DifferenceRow): Record<string, Cell> {
  const { base, scenario, measure, unit, mean, halfWidth, level, n } = row;
  const [from, to] = ends(row);
  const { shareSameSign, varianceReduction, identical } = row;
  const { halfWidth: simultaneousHalfWidth, comparisons } = row.simultaneous;
  return {
    base,
    scenario,
    measure,
    unit,
    from,
    to,
    mean,
    halfWidth,
    level,
    simultaneousHalfWidth,
    comparisons,
    n,
    shareSameSign,
    varianceReduction,
    identical,
  };
}

function ends(row: SummaryRow | DifferenceRow): readonly [string, string] {
  return row.window ?? [row.at, row.at];
}

/**
 * Rows turned into columns of equal length.
 *
 * @example
 * resultColumns(rows).map(({ name }) => name); // => ["scenario", "measure", "unit", "from", "to", "mean", ...]
 */
export function resultColumns(rows: readonly (SummaryRow | DifferenceRow)[]): ResultColumn[] {
  return recordColumns(resultRecords(rows), SUMMARY_COLUMNS);
}

/**
 * Flat records with the same keys, turned into columns.
 *
 * @param namesOfNone names of the columns when there is no record
 * @example
 * recordColumns([{ a: 1 }, { a: 2 }]); // => [{ name: "a", data: [1, 2] }]
 */
export function recordColumns(
  records: readonly Readonly<Record<string, Cell>>[],
  namesOfNone: readonly string[] = [],
): ResultColumn[] {
  const names = records[0] === undefined ? namesOfNone : Object.keys(records[0]);
  return names.map((name) => ({ name, data: records.map((record) => record[name] ?? null) }));
}
