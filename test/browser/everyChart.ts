import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { readChartLibraries, readUsStates } from "../../cli/chartLibraries.ts";
import { listCharts, reportCharts, reportPage } from "../../reports/page.ts";
import { renderCharts } from "../../reports/renderChart.ts";
import { en, type ReportText } from "../../reports/text/en.ts";
import { es } from "../../reports/text/es.ts";
import { syntheticAnalysis } from "../reports/syntheticAnalysis.ts";

async function pageOf(text: ReportText, titles?: readonly string[]): Promise<string> {
  const analysis = syntheticAnalysis({}, titles);
  const charts = reportCharts(analysis, readUsStates(), text);
  return reportPage({
    analysis,
    charts,
    drawings: await renderCharts(listCharts(charts)),
    provenance: { command: "bedspace compare base double", seed: "7", version: "0.1.0", hashes: [] },
    sources: [],
    libraries: readChartLibraries(),
    sha256: (code) => createHash("sha256").update(code).digest("base64"),
    text,
  });
}

/** Titles that a careless or hostile scenario may have. */
export const BAD_TITLES = [
  "<script>document.title = 'taken'</script>",
  "سجن جديد في الشمال",
  "x".repeat(300),
];

/** Pages of a comparison that has every kind of chart, made once for the tests of a file. */
export class EveryChart {
  readonly #folder = mkdtempSync(join(tmpdir(), "bedspace-"));

  constructor() {
    beforeAll(async () => {
      writeFileSync(join(this.#folder, "en.html"), await pageOf(en));
      writeFileSync(join(this.#folder, "es.html"), await pageOf(es));
      writeFileSync(join(this.#folder, "bad.html"), await pageOf(en, BAD_TITLES));
    }, 60_000);
    afterAll(() => rmSync(this.#folder, { recursive: true }));
  }

  address(name: "en" | "es" | "bad"): string {
    return pathToFileURL(join(this.#folder, `${name}.html`)).href;
  }
}
