import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { type ReplicationResult, resultBytes, resultShape } from "../engine/index.ts";
import type { Results } from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import type { ReplicationTask } from "../workers/index.ts";
import { writeAtomically } from "./atomicWrite.ts";
import { chunkName, encodeChunk, resultsStart } from "./chunk.ts";
import {
  type HashedFile,
  MANIFEST_VERSION,
  type Manifest,
  type ManifestChunk,
  type ManifestScenario,
  type RunStatus,
} from "./manifest.ts";
import { packageVersion } from "./package.ts";
import { type StoredChunk, StoredResults } from "./storedResults.ts";

/** Chunks that a scenario's replications are cut into: a crash loses the ones that are not full. */
const CHUNKS_PER_SCENARIO = 32;
/** Longer ones are cut into more: replications wait in memory until their chunk is full. */
const MOST_CHUNK_BYTES = 8 * 2 ** 20;

export interface RunDescription {
  readonly command: string;
  readonly seed: string;
  readonly replications: number;
  readonly workers: number;
  readonly scenarios: readonly CompiledScenario[];
  readonly data: readonly HashedFile[];
  readonly startedAt: Date;
}

/** A chunk of this run, as the manifest lists it and as it is read again. */
interface WrittenChunk {
  readonly listed: ManifestChunk;
  readonly stored: StoredChunk;
}

/**
 * Neighbouring replications that go into one chunk.
 *
 * @param replications of the run
 */
export function blockSize({ parameters }: CompiledScenario, replications: number): number {
  const most = Math.floor(MOST_CHUNK_BYTES / resultBytes(resultShape(parameters)));
  return Math.min(Math.ceil(replications / CHUNKS_PER_SCENARIO), Math.max(1, most));
}

function inOrder(results: readonly ReplicationResult[]): readonly ReplicationResult[] {
  return results.toSorted((a, b) => a.index - b.index);
}

/** A scenario as resolved, as its file holds it. */
function scenarioText(scenario: CompiledScenario): string {
  return `${JSON.stringify(scenario, null, 2)}\n`;
}

/** SHA-256 of a scenario's file. */
export function scenarioHash(scenario: CompiledScenario): string {
  return createHash("sha256").update(scenarioText(scenario)).digest("hex");
}

/**
 * The folder of one run. Everything in it is written whole or not at all; finished replications go into chunks
 * as soon as a block of neighbours is complete, so which chunks there are does not depend on speed or threads.
 */
export class RunFolder {
  readonly path: string;
  readonly #run: RunDescription;
  readonly #scenarios: readonly HashedFile[];
  /** Replications of a chunk, for each scenario. */
  readonly #blockSizes: readonly number[];
  readonly #waiting: Map<number, ReplicationResult[]>[];
  /** Chunks by block, for each scenario. */
  readonly #chunks: Map<number, WrittenChunk>[];

  /**
   * Writes the manifest and the scenarios as resolved: proof that the folder can be written.
   *
   * @param path of an empty folder, or of one that holds an earlier part of the same run
   */
  constructor(path: string, run: RunDescription) {
    this.path = path;
    this.#run = run;
    this.#blockSizes = run.scenarios.map((scenario) => blockSize(scenario, run.replications));
    this.#waiting = run.scenarios.map(() => new Map());
    this.#chunks = run.scenarios.map(() => new Map());
    for (const name of ["replications", "scenarios", "charts"])
      mkdirSync(join(path, name), { recursive: true });
    this.#scenarios = run.scenarios.map((scenario) => this.#writeScenario(scenario));
    this.#writeManifest("running");
  }

  /** SHA-256 of each scenario as resolved, in the order of the run. */
  get scenarioHashes(): readonly string[] {
    return this.#scenarios.map(({ sha256 }) => sha256);
  }

  /** Replications in chunks, of all scenarios. */
  get stored(): number {
    return this.#run.scenarios.reduce((sum, _, scenarioIndex) => sum + this.#finished(scenarioIndex), 0);
  }

  /**
   * Takes a finished replication, and writes a chunk when its block is complete.
   *
   * @returns the results of that chunk, which the folder reads no more
   */
  add(
    { scenarioIndex, replicationIndex }: ReplicationTask,
    result: ReplicationResult,
  ): readonly ReplicationResult[] {
    const size = this.#blockSizes[scenarioIndex]!;
    const block = Math.floor(replicationIndex / size);
    const waiting = this.#waiting[scenarioIndex]!;
    const results = [...(waiting.get(block) ?? []), result];
    waiting.set(block, results);
    if (results.length < Math.min(size, this.#run.replications - block * size)) return [];
    this.#writeChunk(scenarioIndex, block);
    return results;
  }

  /** Finished replications of a scenario; those that come in later are among them when it is gone through again. */
  results(scenarioIndex: number): Results {
    const [chunks, waiting] = [this.#chunks[scenarioIndex]!, this.#waiting[scenarioIndex]!];
    const finished = () => this.#finished(scenarioIndex);
    return {
      get length() {
        return [...waiting.values()].reduce((sum, results) => sum + results.length, finished());
      },
      *[Symbol.iterator]() {
        for (const block of [...chunks.keys(), ...waiting.keys()].sort((a, b) => a - b)) {
          const chunk = chunks.get(block);
          yield* chunk === undefined ? inOrder(waiting.get(block)!) : new StoredResults([chunk.stored]);
        }
      },
    };
  }

  /** Writes one file of the run, such as `summary.json` or `charts/fan.svg`. */
  write(name: string, content: string | Uint8Array): void {
    writeAtomically(join(this.path, name), content);
  }

  /** Ends the run: what is finished but not yet in a chunk is written, and the manifest says how it ended. */
  end(status: Exclude<RunStatus, "running">): void {
    for (const [scenarioIndex, waiting] of this.#waiting.entries()) {
      for (const block of [...waiting.keys()]) this.#writeChunk(scenarioIndex, block);
    }
    this.#writeManifest(status, new Date());
    this.#removeOtherChunks();
  }

  /** What an earlier part of the run left: chunks that fuller ones replace, damaged ones, files half written. */
  #removeOtherChunks(): void {
    const listed = new Set(
      this.#chunks.flatMap((blocks) => [...blocks.values()].map(({ listed }) => listed.file)),
    );
    for (const name of readdirSync(join(this.path, "replications"))) {
      const file = `replications/${name}`;
      if (!listed.has(file)) rmSync(join(this.path, file));
    }
  }

  #writeScenario(scenario: CompiledScenario): HashedFile {
    const file = `scenarios/${scenario.id}.json`;
    this.write(file, scenarioText(scenario));
    return { file, sha256: scenarioHash(scenario) };
  }

  #writeChunk(scenarioIndex: number, block: number): void {
    const waiting = this.#waiting[scenarioIndex]!;
    const results = inOrder(waiting.get(block)!);
    const shape = resultShape(this.#run.scenarios[scenarioIndex]!.parameters);
    const bytes = encodeChunk({
      scenario: this.#scenarios[scenarioIndex]!.sha256,
      seed: this.#run.seed,
      shape,
      results,
    });
    const file = `replications/${chunkName(bytes)}`;
    this.write(file, bytes);
    waiting.delete(block);
    const replications = results.map(({ index }) => index);
    this.#chunks[scenarioIndex]!.set(block, {
      listed: { file, first: replications[0]!, last: replications.at(-1)!, count: replications.length },
      stored: { path: join(this.path, file), shape, replications, start: resultsStart(bytes) },
    });
    this.#writeManifest("running");
  }

  #finished(scenarioIndex: number): number {
    return [...this.#chunks[scenarioIndex]!.values()].reduce((sum, { listed }) => sum + listed.count, 0);
  }

  #writeManifest(status: RunStatus, finishedAt: Date | null = null): void {
    this.write("manifest.json", `${JSON.stringify(this.#manifest(status, finishedAt), null, 2)}\n`);
  }

  #manifest(status: RunStatus, finishedAt: Date | null): Manifest {
    const { command, seed, data, startedAt, workers } = this.#run;
    return {
      schemaVersion: MANIFEST_VERSION,
      status,
      command,
      seed,
      scenarios: this.#run.scenarios.map(({ id }, i) => this.#manifestScenario(id, i)),
      data,
      versions: { bedspace: packageVersion, node: process.versions.node },
      timing: {
        startedAt: startedAt.toISOString(),
        finishedAt: finishedAt?.toISOString() ?? null,
        seconds: finishedAt === null ? null : (finishedAt.getTime() - startedAt.getTime()) / 1000,
        workers,
        host: {
          platform: `${process.platform} ${process.arch}`,
          processor: cpus()[0]?.model ?? "unknown",
          cores: availableParallelism(),
        },
      },
    };
  }

  #manifestScenario(id: string, index: number): ManifestScenario {
    const replications = { asked: this.#run.replications, finished: this.#finished(index) };
    const chunks = Array.from(this.#chunks[index]!.values(), ({ listed }) => listed);
    chunks.sort((a, b) => a.first - b.first);
    return { id, ...this.#scenarios[index]!, replications, chunks };
  }
}
