export { type Analysis, analyse, type Sides, sidesOf } from "./analyse.ts";
export { answer } from "./answer.ts";
export type { Chart, LegendEntry, Panel, ReportTable } from "./charts/chart.ts";
export { compare, type ScenarioRun } from "./compare.ts";
export {
  type DocumentInput,
  type HashedScenario,
  type ResultDocument,
  resultDocument,
  SCHEMA_VERSION,
} from "./document.ts";
export { parsePersonName, personName } from "./explain/personId.ts";
export { facilitiesOf, personPath, type ToldEvent, toldEvent } from "./explain/toldEvent.ts";
export { type Cell, type ResultColumn, resultColumns, resultRecords } from "./formats/columns.ts";
export { toCsv } from "./formats/csv.ts";
export { toJson } from "./formats/json.ts";
export { markdownTable, toMarkdown } from "./formats/markdown.ts";
export { headlineMeasures, keyMeasures, measureTitle } from "./keyMeasures.ts";
export {
  type At,
  CATALOGUE,
  canonicalMeasure,
  findMeasure,
  inReplicationOrder,
  type Measure,
  type MeasureKind,
  measuresOf,
  measureValues,
  nearestMeasures,
} from "./measures.ts";
export { measureTable } from "./measureTable.ts";
export type { SourceReference } from "./page/assumptionsHtml.ts";
export type { Provenance } from "./page/reproduceHtml.ts";
export type { ChartLibraries, Sha256 } from "./page/scripts.ts";
export { listCharts, type PageInput, type ReportCharts, reportCharts, reportPage } from "./page.ts";
export { renderCharts, renderSvg, type WarningSink } from "./renderChart.ts";
export { RESULT_SCHEMA } from "./resultSchema.ts";
export type { DifferenceRow, SummaryRow, When } from "./rows.ts";
export { gridDate, gridIndexOf, type Selection, yearMarks } from "./selection.ts";
export { DEFAULT_LEVEL, summarise } from "./summarise.ts";
export { type TerminalTable, terminalTable } from "./terminal.ts";
export { en, type ReportText } from "./text/en.ts";
export { plain } from "./text/isolate.ts";
