import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { resultShape } from "../engine/index.ts";
import type { ScenarioRun } from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import { type ChunkHead, checkChunk, resultsStart } from "./chunk.ts";
import { CliError } from "./cliError.ts";
import { FileReader } from "./fileReader.ts";
import type { Manifest, ManifestScenario } from "./manifest.ts";
import { readManifest } from "./readManifest.ts";
import { type StoredChunk, StoredResults } from "./storedResults.ts";
import type { Terminal } from "./terminal.ts";

/** A scenario with its results on the disk. */
export interface StoredScenarioRun extends ScenarioRun {
  readonly results: StoredResults;
}

/** A run read back from its folder. */
export interface StoredRun {
  readonly path: string;
  readonly manifest: Manifest;
  /** In the order of the run, with the results that are there and sound, by replication. */
  readonly runs: readonly [StoredScenarioRun, ...StoredScenarioRun[]];
  /** What is missing or damaged, one line each; empty when all that was asked for is there. */
  readonly gaps: readonly string[];
}

type SoundChunk = ChunkHead & StoredChunk;

/** Chunks that could be read, by the SHA-256 of their scenario. */
type SoundChunks = ReadonlyMap<string, readonly SoundChunk[]>;

/**
 * Reads a run back: the scenarios as they were resolved (the library is not looked at), and every chunk whose
 * content is what its name says.
 *
 * @throws {CliError} exit code 2, if it is no run of this version, or a scenario is missing or altered
 */
export function readStoredRun(path: string): StoredRun {
  const manifest = readManifest(path);
  const scenarios = manifest.scenarios.map((entry) => readScenario(path, entry));
  const { chunks, gaps } = readChunks(path, manifest);
  const runs = scenarios.map((scenario, i): StoredScenarioRun => {
    const ofScenario = chunks.get(manifest.scenarios[i]!.sha256) ?? [];
    requireShape(path, scenario, ofScenario);
    return { scenario, results: new StoredResults(ofScenario) };
  });
  const counts = runs.flatMap(({ results }, i) => missingCount(manifest, i, results.length));
  return { path, manifest, runs: [runs[0]!, ...runs.slice(1)], gaps: [...gaps, ...counts] };
}

/**
 * Reads the runs that a command needs.
 *
 * @param paths there is at least one
 * @param flags `partial`: what is there will do, and what is missing is told
 * @throws {CliError} exit code 2, if one cannot be read or is not whole
 */
export function readStoredRuns(
  paths: readonly string[],
  flags: { readonly partial: boolean },
  terminal: Terminal,
): readonly [StoredRun, ...StoredRun[]] {
  const stored = paths.map((path) => readStoredRun(path));
  for (const run of stored) {
    requireWhole(run, flags.partial);
    for (const gap of run.gaps) terminal.note(`${run.path}: ${gap}`);
  }
  return [stored[0]!, ...stored.slice(1)];
}

/**
 * Refuses a run that is not whole, unless a part of it will do.
 *
 * @throws {CliError} exit code 2, with every gap; also where a scenario has no result at all
 */
export function requireWhole({ path, runs, gaps }: StoredRun, partial: boolean): void {
  const empty = runs.find(({ results }) => results.length === 0);
  if (empty !== undefined) {
    throw new CliError(`${path} holds no replication of "${empty.scenario.id}"`, {
      details: gaps,
      hint: "run the same command again with --resume",
    });
  }
  if (gaps.length === 0 || partial) return;
  throw new CliError(`${path} is not whole`, {
    details: gaps,
    hint: "run its command again with --resume, or use what is there with --partial",
  });
}

function readScenario(folder: string, { id, file, sha256 }: ManifestScenario): CompiledScenario {
  const path = join(folder, file);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new CliError(`scenario "${id}": ${path} cannot be read`, {
      hint: "without the scenario as resolved the results have no meaning; run it again",
      cause,
    });
  }
  if (createHash("sha256").update(text).digest("hex") !== sha256) {
    throw new CliError(`scenario "${id}": ${path} was altered since the run`, {
      hint: "restore the file, or run the scenario again",
    });
  }
  return JSON.parse(text) as CompiledScenario;
}

function readChunks(folder: string, manifest: Manifest): { chunks: SoundChunks; gaps: string[] } {
  const chunks = new Map<string, SoundChunk[]>(manifest.scenarios.map(({ sha256 }) => [sha256, []]));
  const names = chunkNames(folder);
  const gaps = missingChunks(manifest, new Set(names));
  const reader = new FileReader();
  for (const name of names) {
    try {
      const path = join(folder, "replications", name);
      const bytes = reader.read(path);
      const head = checkChunk(name, bytes);
      const ours = head.seed === manifest.seed ? chunks.get(head.scenario) : undefined;
      if (ours === undefined) gaps.push(`replications/${name} belongs to another run`);
      else ours.push({ ...head, path, start: resultsStart(bytes) });
    } catch (error) {
      gaps.push(`replications/${(error as Error).message}${whatWasIn(manifest, name)}`);
    }
  }
  return { chunks, gaps };
}

function chunkNames(folder: string): string[] {
  try {
    return readdirSync(join(folder, "replications"))
      .filter((name) => name.endsWith(".chunk"))
      .sort();
  } catch {
    return []; // every chunk is told as missing
  }
}

function missingChunks({ scenarios }: Manifest, names: ReadonlySet<string>): string[] {
  return scenarios.flatMap(({ id, chunks }) =>
    chunks
      .filter(({ file }) => !names.has(nameOf(file)))
      .map(({ file, first, last }) => `${file} is missing: ${rangeText(first, last)} of "${id}"`),
  );
}

/** Replications that a chunk held, where the manifest lists it. */
function whatWasIn({ scenarios }: Manifest, name: string): string {
  for (const { id, chunks } of scenarios) {
    const listed = chunks.find(({ file }) => nameOf(file) === name);
    if (listed !== undefined) return `: ${rangeText(listed.first, listed.last)} of "${id}"`;
  }
  return "";
}

function rangeText(first: number, last: number): string {
  return first === last ? `replication ${first}` : `replications ${first} to ${last}`;
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

function requireShape(
  path: string,
  { id, parameters }: CompiledScenario,
  chunks: readonly ChunkHead[],
): void {
  const shape = JSON.stringify(resultShape(parameters));
  if (chunks.every((chunk) => JSON.stringify(chunk.shape) === shape)) return;
  throw new CliError(
    `${path} was written by another build of this version: results of "${id}" have another shape`,
    {
      hint: "run the scenario again",
    },
  );
}

function missingCount({ status, scenarios }: Manifest, index: number, there: number): string[] {
  const { id, replications } = scenarios[index]!;
  const expected = status === "complete" ? replications.finished : replications.asked;
  if (there >= expected) return [];
  const why = status === "complete" ? "" : ": the run did not end";
  return [`"${id}" has ${there} of ${expected} replications${why}`];
}
