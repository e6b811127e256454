export { comparable, type EarlierResult, readEarlierResult } from "./against/earlierResult.ts";
export { type Moved, movedSince } from "./against/moved.ts";
export { movedTable } from "./against/movedTable.ts";
export { type Analysis, analyse, type Sides, sidesOf } from "./analyse.ts";
export { answer } from "./answer.ts";
export type { Chart, LegendEntry, Panel, ReportTable } from "./charts/chart.ts";
export type { UsStates } from "./charts/institutionMap.ts";
export { githubAnnotation } from "./ci/githubAnnotation.ts";
export { jobSummary } from "./ci/jobSummary.ts";
export { junitXml } from "./ci/junitXml.ts";
export { columnsOf } from "./columnsOf.ts";
export { compare, type ScenarioRun } from "./compare.ts";
export { type ColumnDefinition, TABLE_COLUMNS, type TableName } from "./dataDictionary/columnDefinitions.ts";
export {
  type DataDictionary,
  type DescribedTable,
  dataDictionary,
  TABLES_VERSION,
} from "./dataDictionary/dataDictionary.ts";
export { replicationColumns } from "./dataDictionary/replicationColumns.ts";
export {
  type DocumentInput,
  type HashedScenario,
  type ResultDocument,
  resultDocument,
} from "./document.ts";
export { parsePersonName, personName } from "./explain/personId.ts";
export { facilitiesOf, personPath, type ToldEvent, toldEvent } from "./explain/toldEvent.ts";
export {
  type Cell,
  type ResultColumn,
  recordColumns,
  resultColumns,
  resultRecords,
} from "./formats/columns.ts";
export { columnsToCsv, toCsv } from "./formats/csv.ts";
export { toJson } from "./formats/json.ts";
export { toMarkdown } from "./formats/markdown.ts";
export { markdownTable } from "./formats/markdownTable.ts";
export { type BoundGate, bindGate } from "./gates/bindGate.ts";
export { type Gate, GateError } from "./gates/gate.ts";
export { type GateOutcome, gateOutcomes } from "./gates/gateOutcome.ts";
export { type GateRow, judgeGates, type PlannedGate, planGates } from "./gates/gateRows.ts";
export { type Judgement, judgeGate, type Verdict } from "./gates/judgeGate.ts";
export { parseGate } from "./gates/parseGate.ts";
export { headlineMeasures, keyMeasures, measureTitle } from "./keyMeasures.ts";
export { parseMeasurePoint, pointAt, pointText } from "./measurePoint.ts";
export {
  type At,
  CATALOGUE,
  canonicalMeasure,
  findMeasure,
  type Measure,
  type MeasureKind,
  measureReader,
  measuresOf,
  measureValues,
  nearestMeasures,
} from "./measures.ts";
export { measureTable } from "./measureTable.ts";
export type { SourceReference } from "./page/assumptionsHtml.ts";
export { experimentPage, type PageSection } from "./page/experimentPage.ts";
export type { Provenance } from "./page/reproduceHtml.ts";
export type { ChartLibraries, Sha256 } from "./page/scripts.ts";
export { barSentences, type SkillSection, skillSection } from "./page/skillHtml.ts";
export { type UncertaintySection, uncertaintySection } from "./page/uncertaintyHtml.ts";
export { listCharts, type PageInput, type ReportCharts, reportCharts, reportPage } from "./page.ts";
export {
  allReached,
  type PlannedPrecision,
  type PrecisionRow,
  planPrecision,
  precisionRows,
} from "./precision/precisionRows.ts";
export { parseQuantity, type Quantity, type Statistic } from "./precision/quantity.ts";
export type { StoppingReport } from "./precision/stoppingReport.ts";
export { renderCharts, renderSvg, type WarningSink } from "./renderChart.ts";
export { RESULT_SCHEMA } from "./resultSchema.ts";
export { inReplicationOrder, type Results } from "./results.ts";
export type { DifferenceRow, SummaryRow, When } from "./rows.ts";
export { SCHEMA_VERSION } from "./schemaVersion.ts";
export { gridDate, gridIndexOf, type Point, pointsOf, type Selection, yearMarks } from "./selection.ts";
export { sensitivitiesWithModelError, withModelError } from "./skill/modelError.ts";
export type { SkillRecord, SkillScore } from "./skill/skillRecord.ts";
export { occupancySparks } from "./sparks.ts";
export { DEFAULT_LEVEL, summarise } from "./summarise.ts";
export type { Response, ResponseRow, SweptParameter } from "./sweep/response.ts";
export { sweepCharts, sweepDocument, sweepRecords, sweepSections, sweepTable } from "./sweep/sweepReport.ts";
export { type TerminalTable, terminalTable } from "./terminal.ts";
export { en, type ReportText } from "./text/en.ts";
export { shown } from "./text/format.ts";
export { plain } from "./text/isolate.ts";
export { REPORT_TEXTS, type ReportLanguage } from "./text/languages.ts";
export { distributionInWords, parameterRows } from "./uncertainty/parameterRows.ts";
export { sensitivityDocument } from "./uncertainty/sensitivityDocument.ts";
export {
  type Sensitivity,
  sensitivityCharts,
  sensitivityRecords,
  sensitivitySections,
  sensitivityTables,
} from "./uncertainty/sensitivityReport.ts";
export type { MeasureSensitivity, SensitivityMethod, SensitivityRow } from "./uncertainty/sensitivityRow.ts";
export type { Uncertainty, VarianceRow } from "./uncertainty/varianceRow.ts";
export { lastRows, parameterTable, varianceRecords, varianceTable } from "./uncertainty/varianceTable.ts";
