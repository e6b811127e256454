import { rmSync } from "node:fs";
import { join } from "node:path";
import { en, type Results, type ScenarioRun, type StoppingReport } from "../reports/index.ts";
import {
  dealReplications,
  PoolBackend,
  type ReplicationHandlers,
  type ReplicationTask,
} from "../workers/index.ts";
import { CliError } from "./cliError.ts";
import { commandText } from "./commandText.ts";
import { failureOf } from "./failureOf.ts";
import type { SimulationFlags } from "./flags.ts";
import { listenForInterruption } from "./interruption.ts";
import type { LoadedScenarios } from "./loadScenarios.ts";
import type { HashedFile } from "./manifest.ts";
import { portions } from "./portions.ts";
import type { PrecisionFlags } from "./precisionFlags.ts";
import { resumableRun } from "./resumeRun.ts";
import { RunFolder } from "./runFolder.ts";
import { makeFreshFolder, makeNamedFolder, runName, runsFolder } from "./runName.ts";
import { type Sequence, sequenceOf } from "./sequence.ts";
import type { ResumeFlags } from "./storedFlags.ts";
import type { StoredRun } from "./storedRun.ts";
import type { Terminal } from "./terminal.ts";

/** Tasks that are dealt at a time: each takes memory while it waits, and at their end the threads wait for each other. */
const MOST_DEALT = 16_384;

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
  /** Left out where the number of replications was given. */
  readonly stopping?: StoppingReport;
}

/**
 * Runs every replication of every scenario on worker threads, and stores each one that is finished. With a precision
 * asked for, the run is looked at after numbers of replications that are fixed beforehand, and stops at the first at
 * which everything is known well enough: so the results do not depend on threads and speed.
 *
 * @throws {CliError} exit code 2 if the folder cannot be made, or a quantity is not known; 1 if a replication or a worker fails
 * @throws {Interrupted} on Ctrl-C; what was finished is stored
 */
export async function simulate(
  simulation: Simulation,
  given: SimulationFlags & Partial<PrecisionFlags> & Partial<ResumeFlags>,
  terminal: Terminal,
): Promise<Simulated> {
  const { scenarios } = simulation;
  const sequence = sequenceOf(scenarios, given);
  const flags = { ...given, replications: sequence.looks.at(-1)! };
  for (const { id, warnings } of scenarios)
    for (const warning of warnings) terminal.note(`${id}: ${warning}`);
  const command = commandText(simulation.command, simulation.references, flags);
  const { folder, stored } = openFolder(simulation, command, flags, terminal);
  takeStored(stored, folder);
  const [first, ...others] = scenarios;
  const runs: [ScenarioRun, ...ScenarioRun[]] = [
    { scenario: first, results: folder.results(0) },
    ...others.map((scenario, i) => ({ scenario, results: folder.results(i + 1) })),
  ];
  let stopping: StoppingReport | undefined;
  try {
    stopping = await runAll(folder, runs, sequence, flags, terminal);
  } catch (error) {
    endEarly(folder);
    terminal.note(
      `${folder.stored} of ${flags.replications * scenarios.length} replications are kept in ${folder.path}`,
    );
    terminal.note(`the same command with --resume ${folder.path} goes on`);
    throw failureOf(error, scenarios);
  }
  return { folder, command, seed: flags.seed, data: simulation.data, runs, ...(stopping && { stopping }) };
}

/** Takes what an interrupted run has stored as if it had just come in. */
function takeStored(stored: StoredRun | null, folder: RunFolder): void {
  for (const [scenarioIndex, { results }] of stored?.runs.entries() ?? []) {
    for (const replicationIndex of results.indices) {
      folder.add({ scenarioIndex, replicationIndex }, results.of(replicationIndex)!);
    }
  }
}

/** Where the run goes; the manifest is written at once, so that a place that cannot be written is known now. */
function openFolder(
  { scenarios, data }: Simulation,
  command: string,
  flags: SimulationFlags & Partial<ResumeFlags>,
  terminal: Terminal,
): { folder: RunFolder; stored: StoredRun | null } {
  const startedAt = new Date();
  const { seed, replications, workers, resume } = flags;
  const run = { command, seed, replications, workers, scenarios, data, startedAt };
  if (resume !== undefined) {
    const stored = resumableRun(resume, run);
    for (const gap of stored.gaps) terminal.note(`${resume}: ${gap}`);
    return { folder: new RunFolder(resume, run), stored };
  }
  const ids = scenarios.map(({ id }) => id);
  const path =
    flags.out === undefined
      ? makeFreshFolder(join(runsFolder, runName(ids, startedAt)))
      : makeNamedFolder(flags.out);
  try {
    return { folder: new RunFolder(path, run), stored: null };
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

/** What a run that was never interrupted has at a look, where all before it are there. */
function before(runs: readonly ScenarioRun[], look: number): ScenarioRun[] {
  return runs.map(({ scenario, results }) => ({ scenario, results: firstOf(results, look) }));
}

function firstOf(results: Results, length: number): Results {
  return {
    length,
    *[Symbol.iterator]() {
      for (const result of results) {
        if (result.index >= length) return;
        yield result;
      }
    },
  };
}

async function runAll(
  folder: RunFolder,
  runs: readonly ScenarioRun[],
  sequence: Sequence,
  flags: SimulationFlags,
  terminal: Terminal,
): Promise<StoppingReport | undefined> {
  const total = flags.replications * runs.length;
  const backend = new PoolBackend({ threads: Math.min(flags.workers, total) });
  const progress = terminal.progress(total);
  const interruption = listenForInterruption(() => terminal.note("\nstopping; Ctrl-C again ends at once"));
  const parameterSets = runs.map(({ scenario }) => scenario.parameters);
  const onResult: ReplicationHandlers["onResult"] = (task, result, reuse) => {
    for (const { buffer } of folder.add(task, result)) reuse(buffer);
    progress.advance();
  };
  const stored = runs.map(({ results }) => new Set(Array.from(results, ({ index }) => index)));
  for (const { size } of stored) for (let i = 0; i < size; i += 1) progress.advance();
  const isStored = ({ scenarioIndex, replicationIndex }: ReplicationTask) =>
    stored[scenarioIndex]!.has(replicationIndex);
  try {
    const most = Math.ceil(MOST_DEALT / runs.length);
    let done = 0;
    for (const look of sequence.looks) {
      for (const [from, to] of portions(done, look, most)) {
        const tasks = dealReplications(runs.length, from, to).filter((task) => !isStored(task));
        if (tasks.length > 0)
          await backend.run({ parameterSets, seed: flags.seed, tasks }, { onResult }, interruption.signal);
      }
      done = look;
      const stopping = sequence.judge(before(runs, look), look);
      if (stopping !== undefined) progress.tell(en.precision.widest(stopping.rows));
      if (stopping?.reason === "reached" || look === sequence.looks.at(-1)) return stopping;
    }
    return undefined;
  } finally {
    progress.end();
    interruption.stopListening();
    await backend.close();
  }
}
