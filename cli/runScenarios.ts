import { gateOutcomes, REPORT_TEXTS, type ReportText, type StoppingReport } from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import { claimJunit, tellBuild } from "./buildOutputs.ts";
import type { ChartFlags } from "./chartFlags.ts";
import { CliError } from "./cliError.ts";
import { checkDraws, drawUncertainty } from "./drawUncertainty.ts";
import { earlierRun } from "./earlierRun.ts";
import type { ExitCode } from "./exitCodes.ts";
import type { GateFlags, LanguageFlags, SimulationFlags } from "./flags.ts";
import { gatesOf, tellGates } from "./gates.ts";
import { loadScenarios } from "./loadScenarios.ts";
import type { PrecisionFlags } from "./precisionFlags.ts";
import { endEarly, simulate } from "./simulate.ts";
import type { ResumeFlags } from "./storedFlags.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import type { DrawFlags } from "./uncertaintyFlags.ts";
import { writeReport } from "./writeReport.ts";

/**
 * Reads scenarios, simulates them into a run folder, prints the results, and judges the gates.
 *
 * @param command the word that asked for it
 * @param references ids or paths; the first is the base of differences
 * @returns exit code 3, if a gate does not hold
 * @throws {CliError} exit code 2, if a scenario or a gate is invalid or they run over different days; see also `simulate`
 */
export async function runScenarios(
  command: string,
  references: readonly string[],
  flags: SimulationFlags & PrecisionFlags & GateFlags & DrawFlags & ResumeFlags & LanguageFlags & ChartFlags,
): Promise<ExitCode> {
  const terminal = processTerminal(flags);
  const loaded = loadScenarios(references, flags.set);
  requireSameDays(loaded.scenarios);
  tellRemarks(loaded.scenarios, terminal);
  const gates = gatesOf(loaded.scenarios, flags, references);
  const earlier = earlierRun(flags, loaded.scenarios);
  claimJunit(flags);
  checkDraws(loaded.scenarios, flags, flags.replications);
  const simulated = await simulate({ ...loaded, command, references }, flags, terminal);
  const drawn = flags.draws !== undefined;
  const text = REPORT_TEXTS[flags.lang];
  const { png } = flags;
  const report = async () => {
    if (!drawn) return writeReport({ ...simulated, earlier, text, png }, gates);
    const uncertainty = await drawUncertainty(references, simulated.runs, flags, terminal);
    return writeReport({ ...simulated, uncertainty, earlier, text, png }, gates);
  };
  const texts = await report().catch((error) => {
    endEarly(simulated.folder);
    throw error;
  });
  const outcomes = gateOutcomes(texts.judged, loaded.scenarios, flags.undecided);
  const ids = loaded.scenarios.map(({ id }) => id);
  simulated.folder.end("complete");
  tellBuild({ ...texts, folder: simulated.folder, outcomes, references, ids, text }, flags, terminal);
  if (!drawn) tellOfWritten(loaded.scenarios, text, terminal);
  terminal.data(flags.json ? texts.json : texts.table(terminal.width));
  terminal.pictures(texts.sparks);
  terminal.note(texts.place);
  if (simulated.stopping !== undefined) tellStopping(simulated.stopping, text, terminal);
  return tellGates(outcomes, text, terminal);
}

/** A target that was not met is a problem to know of, but no failure. */
function tellStopping(stopping: StoppingReport, { precision }: ReportText, terminal: Terminal): void {
  for (const row of stopping.rows) terminal.note(precision.precisionLine(row));
  const tell = stopping.reason === "reached" ? terminal.note : terminal.problem;
  tell(precision.stoppedBecause(stopping));
}

/** Differences are taken date by date, and a report shows all its scenarios over the same days. */
function requireSameDays([base, ...others]: readonly [CompiledScenario, ...CompiledScenario[]]): void {
  const other = others.find((candidate) => daysOf(candidate) !== daysOf(base));
  if (other === undefined) return;
  throw new CliError(`"${base.id}" and "${other.id}" run over different days`, {
    hint: `${base.id}: ${spanText(base)}; ${other.id}: ${spanText(other)}. Give them the same start, horizon and grid`,
  });
}

function daysOf({ startDate, parameters }: CompiledScenario): string {
  return JSON.stringify([startDate, parameters.horizonDays, parameters.gridDays]);
}

function spanText({ startDate, endDate, parameters }: CompiledScenario): string {
  return `${startDate} to ${endDate}, ${parameters.gridDays.length} sampling days`;
}

/** Parameters of which a distribution is known keep what is written unless they are drawn. */
function tellOfWritten(
  scenarios: readonly CompiledScenario[],
  { uncertainty }: ReportText,
  terminal: Terminal,
): void {
  for (const { id, uncertain } of scenarios)
    if (uncertain.length > 0) terminal.note(`${id}: ${uncertainty.notDrawn(uncertain.length)}`);
}

function tellRemarks(scenarios: readonly CompiledScenario[], terminal: Terminal): void {
  for (const { id, warnings } of scenarios)
    for (const warning of warnings) terminal.note(`${id}: ${warning}`);
}
