import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** One line of a source file: column name to text as printed in the file. */
export type SourceRow = Readonly<Record<string, string>>;

const sourcesFolder = new URL("../sources/", import.meta.url);

const filesRead = new Map<string, readonly SourceRow[]>();

/** One file of `data/sources`; the first line names the columns. A file is read once. */
export function readSource(fileName: string): readonly SourceRow[] {
  const known = filesRead.get(fileName);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(fileName, sourcesFolder), "utf8");
  const rows = parse(text, { columns: true, skip_empty_lines: true }) as SourceRow[];
  filesRead.set(fileName, rows);
  return rows;
}

/** Text of a column; throws if the file has no such column. */
export function textOf(row: SourceRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new RangeError(`a source row has no column "${column}"`);
  return value;
}

/** Number in a column, or null where the source leaves it blank. */
export function numberOrNull(row: SourceRow, column: string): number | null {
  const text = textOf(row, column);
  if (text === "") return null;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new RangeError(`column "${column}" is not a number: "${text}"`);
  return value;
}

/** Number in a column that may not be blank. */
export function numberOf(row: SourceRow, column: string): number {
  const value = numberOrNull(row, column);
  if (value === null) throw new RangeError(`column "${column}" is blank: ${JSON.stringify(row)}`);
  return value;
}

/** The only row that satisfies a condition; throws if there is none or more than one. */
export function onlyRow(
  rows: readonly SourceRow[],
  test: (row: SourceRow) => boolean,
  what: string,
): SourceRow {
  const found = rows.filter(test);
  const first = found[0];
  if (first === undefined || found.length > 1) {
    throw new RangeError(`expected one source row for ${what}, found ${found.length}`);
  }
  return first;
}
