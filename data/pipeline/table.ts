/** How a figure came to be: printed by a source, computed from sources, or chosen. */
export type Mark = "observed" | "derived" | "assumption";

/** A JSON value of a table cell. */
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [key: string]: Cell };

/** One table of `data/tables`. */
export interface Table {
  readonly table: string;
  readonly title: string;
  readonly asOf: string;
  readonly mark: Mark;
  readonly note: string;
  readonly sources: readonly string[];
  readonly rows: readonly { readonly [key: string]: Cell }[];
}

/**
 * Text of a table file: the head one key per line, then one row per line, so that diffs read well.
 * Keys keep the order in which they were written; the file ends with a newline.
 */
export function formatTable(table: Table, extra: { readonly [key: string]: Cell } = {}): string {
  const head = Object.entries({
    table: table.table,
    title: table.title,
    asOf: table.asOf,
    mark: table.mark,
    note: table.note,
    sources: table.sources,
    ...extra,
  }).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const rows = table.rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n");
  return `{\n${head.join("\n")}\n  "rows": [\n${rows}\n  ]\n}\n`;
}

/** Source ids used in a list of `;`-joined citations, each once, in order of code points. */
export function sourceIds(citations: readonly string[]): string[] {
  const ids = new Set(citations.flatMap((citation) => citation.split(";")).filter((id) => id !== ""));
  return [...ids].sort();
}

/** Rounds to a number of decimals. */
export function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** Sum of a list of numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Value of a map that must be there. */
export function at<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`no entry for ${String(key)}`);
  return value;
}
