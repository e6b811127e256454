import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReplicationResult } from "../../engine/index.ts";
import { PoolBackend, type ReplicationTask } from "../../workers/index.ts";
import { CliError } from "../cliError.ts";
import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import { failureOf } from "../failureOf.ts";
import { firstDifference } from "../firstDifference.ts";
import { listenForInterruption } from "../interruption.ts";
import type { Manifest } from "../manifest.ts";
import { packageFolder } from "../package.ts";
import type { VerifyFlags } from "../storedFlags.ts";
import { readStoredRuns, type StoredRun } from "../storedRun.ts";
import { processTerminal, type Terminal } from "../terminal.ts";

/** `bedspace verify`: runs some stored replications again, and compares them bit for bit. */
export async function verify(path: string, flags: VerifyFlags): Promise<ExitCode> {
  const terminal = processTerminal(flags);
  const [stored] = readStoredRuns([path], flags, terminal);
  const tasks = stored.runs.flatMap(({ results }, scenarioIndex) =>
    evenlySpaced(results.indices, flags.sample).map((replicationIndex) => ({
      scenarioIndex,
      replicationIndex,
    })),
  );
  const differences = [
    ...changedData(stored.manifest),
    ...(await changedReplications(stored, tasks, flags, terminal)),
  ];
  const checked = tasks.length;
  if (flags.json) {
    terminal.data(
      JSON.stringify(
        { schemaVersion: 1, run: path, checked, identical: differences.length === 0, differences },
        null,
        2,
      ),
    );
  }
  if (differences.length === 0) {
    if (!flags.json) terminal.data(`${path}: ${checked} replications run again, all identical to the bit`);
    return EXIT_CODES.done;
  }
  throw new CliError(`${path} does not come out as it is stored`, {
    exitCode: EXIT_CODES.unexpected,
    details: differences,
    hint: hintFor(stored.manifest),
  });
}

/**
 * Some of a list, the first and the last among them.
 *
 * @param count at least one; all of the list where it has no more
 * @example
 * evenlySpaced([0, 1, 2, 3, 4, 5, 6, 7, 8], 3); // => [0, 4, 8]
 */
export function evenlySpaced<Item>(items: readonly Item[], count: number): Item[] {
  if (count >= items.length) return [...items];
  if (count === 1) return items.slice(0, 1);
  return Array.from({ length: count }, (_, i) => items[Math.round((i * (items.length - 1)) / (count - 1))]!);
}

/** Tables that are no longer what the run read. */
function changedData({ data }: Manifest): string[] {
  return data.flatMap(({ file, sha256 }) => {
    const path = [join(packageFolder, file), file].find((candidate) => existsSync(candidate));
    if (path === undefined) return [`${file}: the table is no longer there`];
    const now = createHash("sha256").update(readFileSync(path)).digest("hex");
    return now === sha256 ? [] : [`${file}: the table has changed since the run`];
  });
}

async function changedReplications(
  { manifest, runs }: StoredRun,
  tasks: readonly ReplicationTask[],
  flags: VerifyFlags,
  terminal: Terminal,
): Promise<string[]> {
  const again = new Map<ReplicationTask, ReplicationResult>();
  const backend = new PoolBackend({ threads: Math.min(flags.workers, tasks.length) });
  const progress = terminal.progress(tasks.length);
  const interruption = listenForInterruption(() => terminal.note("\nstopping; Ctrl-C again ends at once"));
  const parameterSets = runs.map(({ scenario }) => scenario.parameters);
  try {
    await backend.run(
      { parameterSets, seed: manifest.seed, tasks },
      {
        onResult: (task, result) => {
          again.set(task, result);
          progress.advance();
        },
      },
      interruption.signal,
    );
  } catch (error) {
    throw failureOf(
      error,
      runs.map(({ scenario }) => scenario),
    );
  } finally {
    progress.end();
    interruption.stopListening();
    await backend.close();
  }
  const first = [...again]
    .sort(([a], [b]) => a.scenarioIndex - b.scenarioIndex || a.replicationIndex - b.replicationIndex)
    .map(([task, result]) => difference(runs, task, result))
    .find((text) => text !== null);
  return first === undefined ? [] : [first];
}

function difference(
  runs: StoredRun["runs"],
  { scenarioIndex, replicationIndex }: ReplicationTask,
  again: ReplicationResult,
): string | null {
  const { scenario, results } = runs[scenarioIndex]!;
  const found = firstDifference(results.of(replicationIndex)!, again);
  return found === null
    ? null
    : `replication ${replicationIndex} of "${scenario.id}": ${found.column}[${found.position}] is stored as ${found.stored} and comes out as ${found.again}`;
}

function hintFor({ versions, command }: Manifest): string {
  return versions.node === process.versions.node
    ? `${command} gives the results of today`
    : `the run was made by Node ${versions.node}, this is ${process.versions.node}`;
}
