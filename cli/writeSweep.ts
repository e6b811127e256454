import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  columnsToCsv,
  experimentPage,
  type Provenance,
  REPORT_TEXTS,
  type Response,
  recordColumns,
  renderCharts,
  sweepCharts,
  sweepDocument,
  sweepRecords,
  sweepSections,
} from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import { writeAtomically } from "./atomicWrite.ts";
import { readChartLibraries } from "./chartLibraries.ts";
import { commandText, quoted } from "./commandText.ts";
import type { SweepFlags } from "./experimentFlags.ts";
import type { HashedFile } from "./manifest.ts";
import { packageVersion } from "./package.ts";
import { makeFreshFolder, makeNamedFolder, runName, runsFolder } from "./runName.ts";

interface Asked {
  readonly reference: string;
  readonly data: readonly HashedFile[];
  readonly flags: SweepFlags;
}

/**
 * Makes the folder of a sweep, before anything is simulated.
 *
 * @throws {CliError} exit code 2, if it cannot be made or is not empty
 */
export function openSweepFolder(scenario: string, out: string | undefined): string {
  const path =
    out === undefined
      ? makeFreshFolder(join(runsFolder, runName([`sweep-${scenario}`], new Date())))
      : makeNamedFolder(out);
  mkdirSync(join(path, "charts"));
  return path;
}

/**
 * Writes what a sweep gave: `sweep.json`, `sweep.csv`, the charts and `report.html`.
 *
 * @returns the document, and where the report is
 */
export async function writeSweep(
  path: string,
  response: Response,
  scenario: CompiledScenario,
  { reference, data, flags }: Asked,
): Promise<{ readonly json: string; readonly place: string }> {
  const text = REPORT_TEXTS[flags.lang];
  const write = (name: string, content: string): void => writeAtomically(join(path, name), content);
  const json = sweepDocument(response, scenario, flags.seed);
  write("sweep.json", json);
  write("sweep.csv", columnsToCsv(recordColumns(sweepRecords(response))));
  const charts = sweepCharts(response, text);
  const drawings = await renderCharts(charts);
  for (const { id, spec } of charts.flatMap(({ panels }) => panels)) {
    write(`charts/${id}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
    write(`charts/${id}.svg`, drawings.get(id)!);
  }
  const page = experimentPage({
    title: text.experiments.sweep.title(scenario.title),
    question: scenario.question,
    sections: sweepSections(response, charts, drawings, text),
    provenance: provenanceOf(reference, data, flags),
    libraries: readChartLibraries(),
    sha256: (code) => createHash("sha256").update(code).digest("base64"),
    text,
  });
  write("report.html", page);
  return { json, place: text.ci.reportAt(join(path, "report.html")) };
}

function provenanceOf(reference: string, data: readonly HashedFile[], flags: SweepFlags): Provenance {
  const own = [
    ...flags.vary.flatMap((text) => ["--vary", text]),
    ...flags.on.flatMap((text) => ["--on", text]),
    "--against",
    flags.against,
  ];
  return {
    command: [commandText("sweep", [reference], flags), ...own.map(quoted)].join(" "),
    seed: flags.seed,
    version: `bedspace ${packageVersion}, Node ${process.versions.node}`,
    hashes: data.map(({ file, sha256 }) => ({ label: file, value: sha256 })),
  };
}
