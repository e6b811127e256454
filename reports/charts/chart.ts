import type { TopLevelSpec } from "vega-lite";

/** A table as text: what stands behind a chart, and for readers who do not see it. */
export interface ReportTable {
  readonly columns: readonly string[];
  /** Cells as shown; the first is the row's heading. */
  readonly rows: readonly (readonly string[])[];
}

/** One drawing. */
export interface Panel {
  /** Unique within a report: letters, digits, hyphens. */
  readonly id: string;
  readonly spec: TopLevelSpec;
}

/** A name beside the colour and dash of its line. */
export interface LegendEntry {
  readonly label: string;
  readonly colour: string;
  readonly dash: readonly number[];
}

/** A figure of the report: a question, one or more drawings that answer it, and the same in words and numbers. */
export interface Chart {
  readonly id: string;
  readonly question: string;
  readonly summary: string;
  readonly panels: readonly Panel[];
  readonly legend: readonly LegendEntry[];
  /** One line under the legend, or empty. */
  readonly note: string;
  readonly table: ReportTable;
}
