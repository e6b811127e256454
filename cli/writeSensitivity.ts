import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  columnsToCsv,
  experimentPage,
  type Provenance,
  REPORT_TEXTS,
  recordColumns,
  renderCharts,
  type Sensitivity,
  sensitivityCharts,
  sensitivityDocument,
  sensitivityRecords,
  sensitivitySections,
} from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import { writeAtomically } from "./atomicWrite.ts";
import { readChartLibraries } from "./chartLibraries.ts";
import { commandText } from "./commandText.ts";
import type { HashedFile } from "./manifest.ts";
import { packageVersion } from "./package.ts";
import { makeFreshFolder, makeNamedFolder, runName, runsFolder } from "./runName.ts";
import type { SensitivityFlags } from "./uncertaintyFlags.ts";

interface Asked {
  readonly reference: string;
  readonly data: readonly HashedFile[];
  readonly flags: SensitivityFlags;
}

/**
 * Writes what a sensitivity analysis found: `sensitivity.json`, `sensitivity.csv`, the charts and `report.html`.
 *
 * @returns the document, and where the report is
 */
export async function writeSensitivity(
  sensitivity: Sensitivity,
  scenario: CompiledScenario,
  { reference, data, flags }: Asked,
): Promise<{ readonly json: string; readonly place: string }> {
  const text = REPORT_TEXTS[flags.lang];
  const path =
    flags.out === undefined
      ? makeFreshFolder(join(runsFolder, runName([`sensitivity-${scenario.id}`], new Date())))
      : makeNamedFolder(flags.out);
  const write = (name: string, content: string): void => writeAtomically(join(path, name), content);
  const json = sensitivityDocument(sensitivity, scenario, flags.seed);
  write("sensitivity.json", json);
  write("sensitivity.csv", columnsToCsv(recordColumns(sensitivityRecords(sensitivity))));
  const charts = sensitivityCharts(sensitivity, text);
  const drawings = await renderCharts(charts);
  mkdirSync(join(path, "charts"));
  for (const { id, spec } of charts.flatMap(({ panels }) => panels)) {
    write(`charts/${id}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
    write(`charts/${id}.svg`, drawings.get(id)!);
  }
  const page = experimentPage({
    title: text.uncertainty.sensitivityTitle(scenario.title),
    question: scenario.question,
    sections: sensitivitySections(sensitivity, charts, drawings, text),
    provenance: provenanceOf(reference, data, flags),
    libraries: readChartLibraries(),
    sha256: (code) => createHash("sha256").update(code).digest("base64"),
    text,
  });
  write("report.html", page);
  return { json, place: text.ci.reportAt(join(path, "report.html")) };
}

function provenanceOf(reference: string, data: readonly HashedFile[], flags: SensitivityFlags): Provenance {
  const own = flags.method === "sobol" ? ["--sobol", "--rows"] : ["--trajectories"];
  const words = [...own, `${flags.size}`, ...flags.on.flatMap((on) => ["--on", on])];
  return {
    command: `${commandText("sensitivity", [reference], flags)} ${words.join(" ")}`,
    seed: flags.seed,
    version: `bedspace ${packageVersion}, Node ${process.versions.node}`,
    hashes: data.map(({ file, sha256 }) => ({ label: file, value: sha256 })),
  };
}
