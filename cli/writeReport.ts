import { createHash } from "node:crypto";
import { join } from "node:path";
import {
  type Analysis,
  analyse,
  type DifferenceRow,
  gridDate,
  listCharts,
  type Provenance,
  type ReportCharts,
  renderCharts,
  reportCharts,
  reportPage,
  resultColumns,
  resultDocument,
  type SummaryRow,
  terminalTable,
  toCsv,
  toJson,
  toMarkdown,
  yearMarks,
} from "../reports/index.ts";
import { readChartLibraries } from "./chartLibraries.ts";
import { packageVersion } from "./package.ts";
import { toParquet } from "./parquet.ts";
import type { RunFolder } from "./runFolder.ts";
import type { Simulated } from "./simulate.ts";
import { readSourceReferences } from "./sourceReferences.ts";
import { textTable } from "./textTable.ts";

/** Texts for the terminal. */
export interface RunTexts {
  /** The result document. */
  readonly json: string;
  /** Key measures. */
  readonly table: string;
  /** Where the report is. */
  readonly place: string;
}

/**
 * Computes the results of a finished simulation and writes every file of its folder that people read: tables,
 * charts and the report.
 */
export async function writeReport(simulated: Simulated): Promise<RunTexts> {
  const { folder, runs } = simulated;
  const analysis = analyse(runs);
  const json = toJson(documentOf(simulated, analysis), 0);
  folder.write("summary.json", json);
  writeTable(folder, "results", analysis.summaries);
  if (analysis.differences.length > 0) writeTable(folder, "differences", analysis.differences);
  const charts = reportCharts(analysis);
  const drawings = await renderCharts(listCharts(charts));
  writeCharts(folder, charts, drawings);
  writePages(simulated, analysis, charts, drawings);
  const { head, rows } = terminalTable(analysis);
  return { json, table: textTable(head, rows), place: `report: ${join(folder.path, "report.html")}` };
}

/**
 * The result document: every measure at the year marks and over the run, those of single institutions at the end
 * and over the run; the tables hold every date.
 */
function documentOf({ folder, runs, seed }: Simulated, { summaries, differences }: Analysis) {
  const { scenario: first } = runs[0];
  const marks = new Set(yearMarks(first).map((grid) => gridDate(first, grid)));
  const isMarked = ({ measure, at }: SummaryRow | DifferenceRow): boolean =>
    at === undefined || (measure.includes(".facility.") ? at === first.endDate : marks.has(at));
  const marked = <Row extends SummaryRow | DifferenceRow>(rows: readonly Row[]): Row[] =>
    rows.filter(isMarked);
  const [base, ...others] = runs.map(({ scenario }, i) => ({ scenario, hash: folder.scenarioHashes[i]! }));
  return resultDocument({
    scenarios: [base!, ...others],
    seed,
    replications: runs[0].results.length,
    measures: marked(summaries),
    ...(differences.length > 0 && { differences: marked(differences) }),
  });
}

function writeTable(folder: RunFolder, name: string, rows: readonly (SummaryRow | DifferenceRow)[]): void {
  folder.write(`${name}.csv`, toCsv(rows));
  folder.write(`${name}.parquet`, toParquet(resultColumns(rows)));
}

function writeCharts(folder: RunFolder, charts: ReportCharts, drawings: ReadonlyMap<string, string>): void {
  for (const { id, spec } of listCharts(charts).flatMap(({ panels }) => panels)) {
    folder.write(`charts/${id}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
    folder.write(`charts/${id}.svg`, drawings.get(id)!);
  }
}

function writePages(
  { folder, command, seed, data, runs }: Simulated,
  analysis: Analysis,
  charts: ReportCharts,
  drawings: ReadonlyMap<string, string>,
): void {
  const provenance: Provenance = {
    command,
    seed,
    version: `bedspace ${packageVersion}, Node ${process.versions.node}`,
    hashes: [
      ...runs.map(({ scenario }, i) => ({ label: scenario.id, value: folder.scenarioHashes[i]! })),
      ...data.map(({ file, sha256 }) => ({ label: file, value: sha256 })),
    ],
  };
  const page = reportPage({
    analysis,
    charts,
    drawings,
    provenance,
    sources: readSourceReferences(),
    libraries: readChartLibraries(),
    sha256: (text) => createHash("sha256").update(text).digest("base64"),
  });
  folder.write("report.html", page);
  folder.write("report.md", toMarkdown(analysis, provenance));
}
