import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { type ReplicationResult, resultShape } from "../engine/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import type { ReplicationTask } from "../workers/index.ts";
import { writeAtomically } from "./atomicWrite.ts";
import { chunkName, encodeChunk } from "./chunk.ts";
import type { HashedFile, Manifest, ManifestScenario, RunStatus } from "./manifest.ts";
import { packageVersion } from "./package.ts";

/** Chunks that a scenario's replications are cut into, at most: a crash loses the ones that are not full. */
const CHUNKS_PER_SCENARIO = 32;

export interface RunDescription {
  readonly command: string;
  readonly seed: string;
  readonly replications: number;
  readonly workers: number;
  readonly scenarios: readonly CompiledScenario[];
  readonly data: readonly HashedFile[];
  readonly startedAt: Date;
}

/**
 * The folder of one run. Everything in it is written whole or not at all; finished replications go into chunks
 * as soon as a block of neighbours is complete, so which chunks there are does not depend on speed or threads.
 */
export class RunFolder {
  readonly path: string;
  readonly #run: RunDescription;
  readonly #scenarios: readonly HashedFile[];
  readonly #waiting: Map<number, ReplicationResult[]>[];
  readonly #stored: number[];

  /** Writes the manifest and the scenarios as resolved into an empty folder: proof that it can be written. */
  constructor(path: string, run: RunDescription) {
    this.path = path;
    this.#run = run;
    this.#waiting = run.scenarios.map(() => new Map());
    this.#stored = run.scenarios.map(() => 0);
    for (const name of ["replications", "scenarios", "charts"]) mkdirSync(join(path, name));
    this.#scenarios = run.scenarios.map((scenario) => this.#writeScenario(scenario));
    this.#writeManifest("running");
  }

  /** SHA-256 of each scenario as resolved, in the order of the run. */
  get scenarioHashes(): readonly string[] {
    return this.#scenarios.map(({ sha256 }) => sha256);
  }

  /** Replications in chunks, of all scenarios. */
  get stored(): number {
    return this.#stored.reduce((sum, count) => sum + count, 0);
  }

  /** Takes a finished replication, and writes a chunk when its block is complete. */
  add({ scenarioIndex, replicationIndex }: ReplicationTask, result: ReplicationResult): void {
    const size = Math.ceil(this.#run.replications / CHUNKS_PER_SCENARIO);
    const block = Math.floor(replicationIndex / size);
    const waiting = this.#waiting[scenarioIndex]!;
    const results = [...(waiting.get(block) ?? []), result];
    waiting.set(block, results);
    if (results.length === Math.min(size, this.#run.replications - block * size)) {
      this.#writeChunk(scenarioIndex, block);
    }
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
  }

  #writeScenario(scenario: CompiledScenario): HashedFile {
    const file = `scenarios/${scenario.id}.json`;
    const text = `${JSON.stringify(scenario, null, 2)}\n`;
    this.write(file, text);
    return { file, sha256: createHash("sha256").update(text).digest("hex") };
  }

  #writeChunk(scenarioIndex: number, block: number): void {
    const waiting = this.#waiting[scenarioIndex]!;
    const results = (waiting.get(block) ?? []).toSorted((a, b) => a.index - b.index);
    const bytes = encodeChunk({
      scenario: this.#scenarios[scenarioIndex]!.sha256,
      seed: this.#run.seed,
      shape: resultShape(this.#run.scenarios[scenarioIndex]!.parameters),
      results,
    });
    this.write(`replications/${chunkName(bytes)}`, bytes);
    waiting.delete(block);
    this.#stored[scenarioIndex]! += results.length;
    this.#writeManifest("running");
  }

  #writeManifest(status: RunStatus, finishedAt: Date | null = null): void {
    this.write("manifest.json", `${JSON.stringify(this.#manifest(status, finishedAt), null, 2)}\n`);
  }

  #manifest(status: RunStatus, finishedAt: Date | null): Manifest {
    const { command, seed, data, startedAt, workers } = this.#run;
    return {
      schemaVersion: 1,
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
    const replications = { asked: this.#run.replications, finished: this.#stored[index]! };
    return { id, ...this.#scenarios[index]!, replications };
  }
}
