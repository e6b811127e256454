import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readChartLibraries, readUsStates } from "../../cli/chartLibraries.ts";
import { listCharts, reportCharts, reportPage } from "../../reports/page.ts";
import { renderCharts } from "../../reports/renderChart.ts";
import { syntheticAnalysis } from "./syntheticAnalysis.ts";

/** The shipped comparison: five scenarios of 120 months, 96 institutions with a capacity, 14 federal centres. */
const NATIONAL = { institutions: 96, months: 120, centres: 14 };
const OTHERS = ["No transfers", "Twice the approvals", "Handovers every month", "Everybody eligible"];

describe("reportPage", () => {
  it("reportPage of a national comparison stays well below 3 MB", { timeout: 120_000 }, async () => {
    const analysis = syntheticAnalysis(NATIONAL, OTHERS);
    const charts = reportCharts(analysis, readUsStates());
    const html = reportPage({
      analysis,
      charts,
      drawings: await renderCharts(listCharts(charts)),
      provenance: { command: "", seed: "1", version: "", hashes: [] },
      sources: [],
      libraries: readChartLibraries(),
      sha256: (code) => createHash("sha256").update(code).digest("base64"),
    });
    expect(html.match(/data-spec=/g)?.length).toBeGreaterThan(25);
    // The assumptions and sources of the shipped scenarios, and what else is told of them, take less than 0.2 MB.
    expect(Buffer.byteLength(html)).toBeLessThan(2_100_000);
  });
});
