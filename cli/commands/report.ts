import { join } from "node:path";
import { gateOutcomes, REPORT_TEXTS } from "../../reports/index.ts";
import { claimJunit, tellBuild } from "../buildOutputs.ts";
import { earlierRun } from "../earlierRun.ts";
import type { ExitCode } from "../exitCodes.ts";
import { gatesOf, tellGates } from "../gates.ts";
import { mergeRuns } from "../mergeRuns.ts";
import { optimiseLater } from "../optimiseLater.ts";
import { ReportFolder } from "../reportFolder.ts";
import { makeFreshFolder, makeNamedFolder, runName, runsFolder } from "../runName.ts";
import type { ReportFlags } from "../storedFlags.ts";
import { readStoredRuns } from "../storedRun.ts";
import { readUncertainty } from "../storedUncertainty.ts";
import { processTerminal } from "../terminal.ts";
import { writeReport } from "../writeReport.ts";

/** `bedspace report`: tables, charts and pages once more from stored results; runs under several seeds as one. */
export async function report(paths: readonly string[], flags: ReportFlags): Promise<ExitCode> {
  optimiseLater();
  const terminal = processTerminal(flags);
  const merged = mergeRuns(readStoredRuns(paths, flags, terminal));
  const scenarios = merged.runs.map(({ scenario }) => scenario);
  const gates = gatesOf(scenarios, flags);
  const earlier = earlierRun(flags, scenarios);
  claimJunit(flags);
  const folder = new ReportFolder(
    placeOf(
      paths,
      flags,
      scenarios.map(({ id }) => id),
    ),
    merged.scenarioHashes,
  );
  // Draws of several runs cannot be put together: only their summaries are stored.
  const uncertainty = paths.length === 1 ? readUncertainty(paths[0]!) : undefined;
  const text = REPORT_TEXTS[flags.lang];
  const reportable = {
    ...merged,
    folder,
    earlier,
    text,
    png: flags.png,
    ...(uncertainty !== undefined && { uncertainty }),
  };
  const texts = await writeReport(reportable, gates);
  const outcomes = gateOutcomes(texts.judged, scenarios, flags.undecided);
  tellBuild({ ...texts, folder, outcomes, references: [], ids: [], text }, flags, terminal);
  terminal.data(flags.json ? texts.json : texts.table(terminal.width));
  terminal.pictures(texts.sparks);
  terminal.note(texts.place);
  return tellGates(outcomes, text, terminal);
}

/** Where `--out` says; else the folder of the run itself, or a new one for several. */
function placeOf(paths: readonly string[], { out, partial }: ReportFlags, ids: readonly string[]): string {
  if (out !== undefined) return makeNamedFolder(out);
  if (paths.length === 1 && !partial) return paths[0]!;
  return makeFreshFolder(join(runsFolder, `report-${runName(ids, new Date())}`));
}
