import { createHash } from "node:crypto";
import { join } from "node:path";
import {
  type Analysis,
  analyse,
  columnsToCsv,
  comparable,
  type DifferenceRow,
  type EarlierResult,
  type GateRow,
  gridDate,
  headlineMeasures,
  jobSummary,
  judgeGates,
  lastRows,
  listCharts,
  type Moved,
  movedSince,
  occupancySparks,
  type PlannedGate,
  type Provenance,
  type ReportCharts,
  type ReportText,
  recordColumns,
  renderCharts,
  reportCharts,
  reportPage,
  resultColumns,
  resultDocument,
  type ScenarioRun,
  type SkillSection,
  type StoppingReport,
  type SummaryRow,
  skillSection,
  terminalTable,
  toJson,
  toMarkdown,
  type Uncertainty,
  type UncertaintySection,
  uncertaintySection,
  varianceRecords,
  varianceTable,
  yearMarks,
} from "../reports/index.ts";
import { readChartLibraries, readUsStates } from "./chartLibraries.ts";
import type { HashedFile } from "./manifest.ts";
import { movedText } from "./movedText.ts";
import { packageVersion } from "./package.ts";
import { toParquet } from "./parquet.ts";
import { readSkillRecord } from "./skillRecord.ts";
import { readSourceReferences } from "./sourceReferences.ts";
import { uncertaintyFile } from "./storedUncertainty.ts";
import { textTable } from "./textTable.ts";
import { writeCharts } from "./writeCharts.ts";

/** Where the files of a report go. */
export interface ReportPlace {
  readonly path: string;
  /** SHA-256 of each scenario as resolved, in the order of the runs. */
  readonly scenarioHashes: readonly string[];
  write(name: string, content: string | Uint8Array): void;
}

/** Results that are to be reported: just reportable, or read back. */
export interface Reportable {
  readonly folder: ReportPlace;
  /** The commands that give the same results, one line each. */
  readonly command: string;
  readonly seed: string;
  readonly data: readonly HashedFile[];
  readonly runs: readonly [ScenarioRun, ...ScenarioRun[]];
  /** What is missing, one line each; left out when nothing is. */
  readonly gaps?: readonly string[];
  /** What draws of the uncertain parameters say; left out when none were made. */
  readonly uncertainty?: Uncertainty;
  /** Why the run stopped when it did; left out where the number of replications was given. */
  readonly stopping?: StoppingReport;
  /** The run that this one is set against; left out where none was named. */
  readonly earlier?: EarlierResult | undefined;
  /** Language of the pages and charts. */
  readonly text: ReportText;
  /** Whether charts are drawn as PNG too. */
  readonly png: boolean;
}

/** Texts for the terminal. */
export interface RunTexts {
  /** The result document. */
  readonly json: string;
  /** Key measures, and what moved since an earlier run; at most `width` characters wide. */
  table(width?: number): string;
  /** Occupancy over time, a line for each scenario. */
  sparks(width: number): readonly string[];
  /** Markdown for the summary of a CI job, of at most so many bytes. */
  summary(bytes: number): string;
  /** Where the report is. */
  readonly place: string;
  /** How the gates came out. */
  readonly judged: readonly GateRow[];
}

/**
 * Computes what follows from results and writes every file that people read: tables,
 * charts and the report.
 *
 * @param gates to be judged
 */
export async function writeReport(reportable: Reportable, gates: readonly PlannedGate[]): Promise<RunTexts> {
  const { folder, runs, uncertainty, earlier, text, gaps = [] } = reportable;
  const analysis = analyse(runs);
  const judged = judgeGates(gates, runs, analysis.level);
  const document = documentOf(reportable, analysis, judged);
  const moved = earlier && movedSince(earlier, comparable(document));
  const json = toJson({ ...document, ...(moved && { against: moved }) }, 0);
  folder.write("summary.json", json);
  writeTable(folder, "results", analysis.summaries);
  if (analysis.differences.length > 0) writeTable(folder, "differences", analysis.differences);
  const charts = reportCharts(analysis, readUsStates(), text);
  const drawn = uncertainty === undefined ? undefined : uncertaintySection(uncertainty, analysis, text);
  const skill = skillSection(readSkillRecord(), text);
  const list = [...listCharts(charts), ...(drawn?.charts ?? []), skill.chart];
  const drawings = await renderCharts(list);
  await writeCharts(folder, list, drawings, reportable);
  writePages(reportable, { analysis, judged, moved, skill }, charts, drawn, drawings);
  if (uncertainty !== undefined) writeVariances(folder, uncertainty);
  const { head, rows } = terminalTable(analysis, text);
  const page = join(folder.path, "report.html");
  return {
    json,
    table: (width) =>
      [
        textTable(head, rows, width),
        ...(uncertainty === undefined ? [] : [varianceText(uncertainty, analysis, text, width)]),
        ...(moved === undefined ? [] : [movedText(moved, text, width)]),
      ].join("\n\n"),
    sparks: (width) => occupancySparks(analysis, width, text),
    summary: (bytes) => jobSummary({ analysis, gates: judged, moved, place: page, gaps, text }, bytes),
    place: text.ci.reportAt(page),
    judged,
  };
}

/**
 * The result document: every measure at the year marks and over the run, those of single institutions at the end
 * and over the run; the tables hold every date.
 */
function documentOf(
  { folder, runs, seed, gaps = [], uncertainty, stopping }: Reportable,
  { summaries, differences }: Analysis,
  gates: readonly GateRow[],
) {
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
    ...(gates.length > 0 && { gates }),
    ...(stopping !== undefined && { stopping }),
    ...(gaps.length > 0 && { partial: gaps }),
    ...(uncertainty !== undefined && { uncertainty }),
  });
}

function writeVariances(folder: ReportPlace, uncertainty: Uncertainty): void {
  const { name, text } = uncertaintyFile(uncertainty);
  folder.write(name, text);
  const columns = recordColumns(varianceRecords(uncertainty.rows));
  folder.write("uncertainty.csv", columnsToCsv(columns));
  folder.write("uncertainty.parquet", toParquet(columns));
}

/** The headline measures at the end. */
function varianceText(
  { rows }: Uncertainty,
  { runs }: Analysis,
  text: ReportText,
  width: number | undefined,
): string {
  const names = runs.flatMap(({ scenario }) => headlineMeasures(scenario).map(({ name }) => name));
  const { columns, rows: cells } = varianceTable(lastRows(rows, [...new Set(names)]), text);
  return textTable(columns, cells, width);
}

function writeTable(folder: ReportPlace, name: string, rows: readonly (SummaryRow | DifferenceRow)[]): void {
  const columns = resultColumns(rows);
  folder.write(`${name}.csv`, columnsToCsv(columns));
  folder.write(`${name}.parquet`, toParquet(columns));
}

/** What a report tells of. */
interface Findings {
  readonly analysis: Analysis;
  readonly judged: readonly GateRow[];
  readonly moved: Moved | undefined;
  readonly skill: SkillSection;
}

function writePages(
  { folder, command, seed, data, runs, text, gaps = [] }: Reportable,
  { analysis, judged, moved, skill }: Findings,
  charts: ReportCharts,
  drawn: UncertaintySection | undefined,
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
    ...(gaps.length > 0 && { gaps }),
  };
  const page = reportPage({
    analysis,
    charts,
    gates: judged,
    ...(moved !== undefined && { moved }),
    ...(drawn !== undefined && { uncertainty: drawn }),
    skill,
    drawings,
    provenance,
    sources: readSourceReferences(),
    libraries: readChartLibraries(),
    sha256: (code) => createHash("sha256").update(code).digest("base64"),
    text,
  });
  folder.write("report.html", page);
  folder.write("report.md", toMarkdown(analysis, provenance, text, { gates: judged, moved }));
}
