import { roundTo, type Table } from "./table.ts";

/** How far one reconciled figure is from the published one, and how far it may be. */
export interface Residual {
  readonly table: string;
  readonly margin: string;
  readonly target: number;
  readonly value: number;
  readonly unit: string;
  /** Largest accepted |value - target|; 0 means exact; null means shown for information, not fitted. */
  readonly bound: number | null;
  readonly source: string;
  readonly note: string;
}

/** The residuals as a table; `residual` is value less target. */
export function residualTable(residuals: readonly Residual[], asOf: string, sources: string[]): Table {
  return {
    table: "residuals",
    title: "How far every margin is off after reconciling",
    asOf,
    mark: "derived",
    note: "bound null: a check that was not fitted. bound 0: exact.",
    sources,
    rows: residuals.map((entry) => ({
      table: entry.table,
      margin: entry.margin,
      target: entry.target,
      value: roundTo(entry.value, 4),
      residual: roundTo(entry.value - entry.target, 4),
      unit: entry.unit,
      bound: entry.bound,
      source: entry.source,
      note: entry.note,
    })),
  };
}

/** The residuals as a Markdown page. */
export function residualsMarkdown(residuals: readonly Residual[], closing: readonly string[]): string {
  const lines = residuals.map((entry) => {
    const difference = roundTo(entry.value - entry.target, 4);
    const bound = entry.bound === null ? "not fitted" : String(entry.bound);
    const cells = [
      entry.table,
      entry.margin,
      entry.target,
      roundTo(entry.value, 4),
      difference,
      entry.unit,
      bound,
    ];
    return `| ${[...cells, entry.source, entry.note].join(" | ")} |`;
  });
  return [
    "# Residuals",
    "",
    'Value less target for every margin of the tables. Bound 0 is exact; "not fitted" is a check only.',
    "",
    "| table | margin | target | value | residual | unit | bound | source | note |",
    "| --- | --- | ---: | ---: | ---: | --- | ---: | --- | --- |",
    ...lines,
    "",
    ...closing,
    "",
  ].join("\n");
}
