import type { CompiledScenario } from "../scenarios/index.ts";
import { CliError } from "./cliError.ts";
import type { SimulationFlags } from "./flags.ts";
import { loadScenarios } from "./loadScenarios.ts";
import { endEarly, simulate } from "./simulate.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import { writeReport } from "./writeReport.ts";

/**
 * Reads scenarios, simulates them into a run folder, and prints the results.
 *
 * @param command the word that asked for it
 * @param references ids or paths; the first is the base of differences
 * @throws {CliError} exit code 2, if a scenario is invalid or they run over different days; see also `simulate`
 */
export async function runScenarios(
  command: string,
  references: readonly string[],
  flags: SimulationFlags,
): Promise<void> {
  const terminal = processTerminal(flags);
  const loaded = loadScenarios(references, flags.set);
  requireSameDays(loaded.scenarios);
  tellRemarks(loaded.scenarios, terminal);
  const simulated = await simulate({ ...loaded, command, references }, flags, terminal);
  const { json, table, place } = await writeReport(simulated).catch((error) => {
    endEarly(simulated.folder);
    throw error;
  });
  simulated.folder.end("complete");
  terminal.data(flags.json ? json : table);
  terminal.note(place);
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

function tellRemarks(scenarios: readonly CompiledScenario[], terminal: Terminal): void {
  for (const { id, warnings, gates } of scenarios) {
    for (const warning of warnings) terminal.note(`${id}: ${warning}`);
    if (gates.length > 0) terminal.note(`${id}: its gates are not judged by this version`);
  }
}
