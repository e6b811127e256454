import { confidenceInterval } from "../../engine/statistics/confidenceInterval.ts";
import { markdownTable } from "../../reports/index.ts";
import { number } from "../../reports/text/en/format.ts";
import type { Published } from "./published.ts";

const LEVEL = 0.95;

/** A published figure and the model's, in one unit. */
export interface Comparison {
  readonly what: string;
  /** Per cent are compared in percentage points. */
  readonly unit: "%" | "persons" | "persons a year" | "months";
  readonly published: number;
  readonly from: Published;
  /** The model's figure on day 0, or what its parameters say; null where there is none. */
  readonly start: number | null;
  /** By replication, at the end or over the run; empty where there is none. */
  readonly end: readonly number[];
}

/**
 * Published against model: on day 0 (or by its parameters) and at the end (or over the run), with the differences.
 * A moment of which no row has a figure is left out.
 *
 * @param start heading of the first of the two
 * @param end heading of the second
 */
export function comparisonTable(rows: readonly Comparison[], start: string, end: string): string {
  const first = rows.some((row) => row.start !== null) ? [start, "difference"] : [];
  const second = rows.some((row) => row.end.length > 0) ? [end, "difference"] : [];
  return markdownTable({
    columns: ["figure", "as of", "source", "published", ...first, ...second],
    rows: rows.map((row) => [
      row.unit === "%" ? `${row.what}, %` : `${row.what}, ${row.unit}`,
      row.from.asOf,
      row.from.source,
      shown(row.published, row.unit),
      ...(first.length === 0 ? [] : startCells(row)),
      ...(second.length === 0 ? [] : endCells(row)),
    ]),
  });
}

function startCells(row: Comparison): [string, string] {
  return row.start === null ? ["", ""] : [shown(row.start, row.unit), difference(row.start, row)];
}

function endCells(row: Comparison): [string, string] {
  return row.end.length === 0 ? ["", ""] : [meanShown(row.end, row.unit), difference(mean(row.end), row)];
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean and half-width of its 95 % confidence interval over replications. */
export function meanShown(values: readonly number[], unit: Comparison["unit"]): string {
  const interval = confidenceInterval(values, LEVEL);
  const digits = unit === "%" ? 2 : decimals(unit);
  const spread = interval.halfWidth === null ? "" : ` ± ${number(interval.halfWidth, digits)}`;
  return `${number(interval.mean, digits)}${spread}`;
}

function shown(value: number, unit: Comparison["unit"]): string {
  return number(value, decimals(unit));
}

function difference(value: number, { published, unit }: Comparison): string {
  const text = shown(value - published, unit);
  return /[1-9]/.test(text) && value > published ? `+${text}` : text;
}

function decimals(unit: Comparison["unit"]): number {
  return unit === "%" || unit === "months" ? 1 : 0;
}
