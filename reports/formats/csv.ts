import type { DifferenceRow, SummaryRow } from "../rows.ts";
import { type Cell, type ResultColumn, resultRecords } from "./columns.ts";

/**
 * Summary or difference rows as CSV (RFC 4180): a header, then one line per row, each ended by CR LF. Text that
 * holds a quote, comma or line break is quoted; what is not defined is empty; numbers have all their digits.
 *
 * @example
 * toCsv(rows).split("\r\n")[0]; // => "scenario,measure,unit,from,to,mean,halfWidth,level,q0_05,..."
 */
export function toCsv(rows: readonly (SummaryRow | DifferenceRow)[]): string {
  const records = resultRecords(rows);
  const header = Object.keys(records[0] ?? {});
  return csvText([header, ...records.map((record) => header.map((name) => record[name] ?? null))]);
}

/** Columns of equal length as CSV, in the same form. */
export function columnsToCsv(columns: readonly ResultColumn[]): string {
  const rows = (columns[0]?.data ?? []).map((_, row) => columns.map(({ data }) => data[row] ?? null));
  return csvText([columns.map(({ name }) => name), ...rows]);
}

function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

function csvCell(cell: Cell): string {
  if (cell === null) {
    return "";
  }
  if (typeof cell !== "string") {
    return String(cell);
  }
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
