import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serialize } from "node:v8";
import { Piscina } from "piscina";
import { createResult, type ModelParameters, type ReplicationResult, resultShape } from "../engine/index.ts";
import {
  parametersAt,
  type ReplicationBackend,
  ReplicationError,
  type ReplicationHandlers,
  type ReplicationJob,
  type ReplicationTask,
  WorkerLostError,
} from "./backend.ts";
import type { ReplyMessage, TaskMessage } from "./messages.ts";

export interface PoolOptions {
  /** Threads; by default one for each core. */
  readonly threads?: number;
  /** Module that each thread loads, instead of the one that runs the engine; for tests. */
  readonly worker?: URL;
}

/** Runs replications on worker threads. Buffers of results are moved, not copied. */
export class PoolBackend implements ReplicationBackend {
  readonly #threads: number;
  readonly #worker: URL;
  #pool: Piscina<TaskMessage, ReplyMessage> | undefined;
  #jobs = 0;

  /** @throws {RangeError} if `threads` is not a positive integer */
  constructor({
    threads = availableParallelism(),
    worker = besideThisFile("replicationWorker"),
  }: PoolOptions = {}) {
    if (!Number.isInteger(threads) || threads < 1) {
      throw new RangeError(`PoolBackend requires a positive number of threads, got ${threads}`);
    }
    this.#threads = threads;
    this.#worker = worker;
  }

  async run(job: ReplicationJob, handlers: ReplicationHandlers, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.#pool ??= startPool(this.#threads, this.#worker);
    const pool = this.#pool;
    const message = messageMaker(this.#jobs++, job);
    const waiting = job.tasks.values();
    let stopped = false;

    // Each lane keeps one thread busy: the next task is taken when the last one is delivered.
    const lane = async (): Promise<void> => {
      for (const task of waiting) {
        const reply = await pool.run(message(task)).catch((error) => lost(task, error));
        if (stopped || signal?.aborted) return;
        stopped = true; // unless the delivery succeeds, nothing follows it
        handlers.onResult(task, finished(job, task, reply));
        stopped = false;
      }
    };

    try {
      await unlessAborted(Promise.all(Array.from({ length: this.#threads }, lane)), signal);
    } catch (error) {
      stopped = true;
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    await pool?.destroy();
  }
}

function startPool(threads: number, worker: URL): Piscina<TaskMessage, ReplyMessage> {
  const pool = new Piscina<TaskMessage, ReplyMessage>({
    filename: fileURLToPath(worker),
    minThreads: threads,
    maxThreads: threads,
    ...(worker.pathname.endsWith(".ts") && { execArgv: ["--import", typeScriptLoader()] }),
  });
  // A thread that dies while idle takes no replication with it; one at work rejects its task.
  pool.on("error", () => {});
  return pool;
}

/** URL of a module next to this one, as TypeScript in the sources and as JavaScript in the build. */
function besideThisFile(name: string): URL {
  return new URL(`./${name}${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
}

function typeScriptLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
}

/** Encodes each parameter set once, however many tasks refer to it. */
function messageMaker(
  job: number,
  { parameterSets, seed }: ReplicationJob,
): (task: ReplicationTask) => TaskMessage {
  const encoded: SharedArrayBuffer[] = [];
  return ({ scenarioIndex, replicationIndex }) => {
    encoded[scenarioIndex] ??= shared(parametersAt(parameterSets, scenarioIndex));
    return { job, scenarioIndex, parameters: encoded[scenarioIndex], seed, replicationIndex };
  };
}

function shared(parameters: ModelParameters): SharedArrayBuffer {
  const bytes = serialize(parameters);
  const store = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(store).set(bytes);
  return store;
}

function finished(job: ReplicationJob, task: ReplicationTask, reply: ReplyMessage): ReplicationResult {
  if (reply instanceof ArrayBuffer) {
    const shape = resultShape(parametersAt(job.parameterSets, task.scenarioIndex));
    return createResult(shape, task.replicationIndex, reply);
  }
  const cause = Object.assign(new Error(reply.message), { stack: reply.stack });
  throw new ReplicationError(task, reply.message, { cause });
}

function lost(task: ReplicationTask, error: unknown): never {
  throw new WorkerLostError(task, error instanceof Error ? error.message : String(error), { cause: error });
}

/** Settles as `work` does, unless the signal aborts first: then rejects with its reason. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let onAbort = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
