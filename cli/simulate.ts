import { rmSync } from "node:fs";
import { join } from "node:path";
import type { ReplicationResult } from "../engine/index.ts";
import type { ScenarioRun } from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import {
  dealReplications,
  PoolBackend,
  ReplicationError,
  type ReplicationHandlers,
  type ReplicationJob,
  WorkerLostError,
} from "../workers/index.ts";
import { CliError } from "./cliError.ts";
import { commandText } from "./commandText.ts";
import { EXIT_CODES } from "./exitCodes.ts";
import type { SimulationFlags } from "./flags.ts";
import { listenForInterruption } from "./interruption.ts";
import type { LoadedScenarios } from "./loadScenarios.ts";
import type { HashedFile } from "./manifest.ts";
import { RunFolder } from "./runFolder.ts";
import { makeFreshFolder, makeNamedFolder, runName, runsFolder } from "./runName.ts";
import type { Terminal } from "./terminal.ts";

/** A simulation that is to be run and stored. */
export interface Simulation extends LoadedScenarios {
  /** The command word and the scenarios as the user named them. */
  readonly command: string;
  readonly references: readonly string[];
}

/** A finished simulation: its folder is open until {@link RunFolder.end} is called. */
export interface Simulated {
  readonly folder: RunFolder;
  /** The command that gives the same results. */
  readonly command: string;
  readonly seed: string;
  readonly data: readonly HashedFile[];
  readonly runs: readonly [ScenarioRun, ...ScenarioRun[]];
}

/** A scenario and the results that have come in. */
interface GrowingRun extends ScenarioRun {
  readonly results: ReplicationResult[];
}

/**
 * Runs every replication of every scenario on worker threads, and stores each one that is finished.
 *
 * @throws {CliError} exit code 2 if the folder cannot be made; 1 if a replication or a worker fails
 * @throws {Interrupted} on Ctrl-C; what was finished is stored
 */
export async function simulate(
  simulation: Simulation,
  flags: SimulationFlags,
  terminal: Terminal,
): Promise<Simulated> {
  const { scenarios } = simulation;
  for (const { id, warnings } of scenarios)
    for (const warning of warnings) terminal.note(`${id}: ${warning}`);
  const command = commandText(simulation.command, simulation.references, flags);
  const folder = openFolder(simulation, command, flags);
  const [first, ...others] = scenarios;
  const runs: [GrowingRun, ...GrowingRun[]] = [started(first), ...others.map(started)];
  try {
    await runAll(folder, runs, flags, terminal);
  } catch (error) {
    endEarly(folder);
    terminal.note(
      `${folder.stored} of ${flags.replications * scenarios.length} replications are kept in ${folder.path}`,
    );
    throw explained(error, scenarios);
  }
  return { folder, command, seed: flags.seed, data: simulation.data, runs };
}

function started(scenario: CompiledScenario): GrowingRun {
  return { scenario, results: [] };
}

/** Where the run goes; the manifest is written at once, so that a place that cannot be written is known now. */
function openFolder({ scenarios, data }: Simulation, command: string, flags: SimulationFlags): RunFolder {
  const startedAt = new Date();
  const ids = scenarios.map(({ id }) => id);
  const path =
    flags.out === undefined
      ? makeFreshFolder(join(runsFolder, runName(ids, startedAt)))
      : makeNamedFolder(flags.out);
  const { seed, replications, workers } = flags;
  try {
    return new RunFolder(path, { command, seed, replications, workers, scenarios, data, startedAt });
  } catch (error) {
    rmSync(path, { recursive: true, force: true });
    throw error instanceof CliError ? new CliError(error.message, { hint: error.hint, cause: error }) : error;
  }
}

/** Ends a run that failed; a disk that failed before may fail again, and the first failure is the one to tell. */
export function endEarly(folder: RunFolder): void {
  try {
    folder.end("interrupted");
  } catch {}
}

async function runAll(
  folder: RunFolder,
  runs: readonly GrowingRun[],
  flags: SimulationFlags,
  terminal: Terminal,
): Promise<void> {
  const total = flags.replications * runs.length;
  const backend = new PoolBackend({ threads: Math.min(flags.workers, total) });
  const progress = terminal.progress(total);
  const interruption = listenForInterruption(() => terminal.note("\nstopping; Ctrl-C again ends at once"));
  const job: ReplicationJob = {
    parameterSets: runs.map(({ scenario }) => scenario.parameters),
    seed: flags.seed,
    tasks: dealReplications(runs.length, 0, flags.replications),
  };
  const onResult: ReplicationHandlers["onResult"] = (task, result) => {
    folder.add(task, result);
    runs[task.scenarioIndex]!.results.push(result);
    progress.advance();
  };
  try {
    await backend.run(job, { onResult }, interruption.signal);
  } finally {
    progress.end();
    interruption.stopListening();
    await backend.close();
  }
}

/** A failure of the simulation with the scenario's name and advice; others pass through. */
function explained(error: unknown, scenarios: readonly CompiledScenario[]): unknown {
  if (!(error instanceof ReplicationError || error instanceof WorkerLostError)) return error;
  const hint =
    error instanceof WorkerLostError
      ? "it may have run out of memory: try fewer --workers"
      : "this is a fault of the model, not of your machine: --debug shows where";
  return new CliError(`scenario "${scenarios[error.task.scenarioIndex]?.id}": ${error.message}`, {
    exitCode: EXIT_CODES.unexpected,
    hint,
    cause: error,
  });
}
