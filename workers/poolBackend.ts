import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serialize } from "node:v8";
import { Piscina } from "piscina";
import {
  createResult,
  type ModelParameters,
  type ReplicationResult,
  resultShape,
  type SpentBuffers,
} from "../engine/index.ts";
import {
  parametersAt,
  type ReplicationBackend,
  ReplicationError,
  type ReplicationHandlers,
  type ReplicationJob,
  type ReplicationTask,
  WorkerLostError,
} from "./backend.ts";
import { type Batch, batchesOf } from "./batches.ts";
import type { ReplyMessage, TaskMessage } from "./messages.ts";

export interface PoolOptions {
  /** Threads; by default one for each core. */
  readonly threads?: number;
  /** Module that each thread loads, instead of the one that runs the engine; for tests. */
  readonly worker?: URL;
}

/**
 * Runs replications on worker threads. Parameter sets of one replication that are the same up to a day are run by one
 * thread, which shares the work up to it. Buffers of results are moved, not copied.
 */
export class PoolBackend implements ReplicationBackend {
  readonly #threads: number;
  readonly #worker: URL;
  #pool: Piscina<TaskMessage, ReplyMessage> | undefined;
  #job = -1;
  #parameterSets: ReplicationJob["parameterSets"] | undefined;

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
    const message = this.#messageMaker(job);
    const waiting = batchesOf(job, this.#threads).values();
    const spent: SpentBuffers = [];
    const reuse = (buffer: ArrayBuffer): void => void spent.push(buffer);
    let stopped = false;

    // Each lane keeps one thread busy: the next batch is taken when the last one is delivered.
    const lane = async (): Promise<void> => {
      for (const batch of waiting) {
        const taken = spent.splice(0, batch.tasks.length);
        const replies = await pool
          .run(message(batch, taken), { transferList: taken })
          .catch((error) => lost(batch.tasks[0], error));
        for (const [i, reply] of replies.entries()) {
          if (stopped || signal?.aborted) return;
          const task = batch.tasks[i]!;
          stopped = true; // unless the delivery succeeds, nothing follows it
          handlers.onResult(task, finished(job, task, reply), reuse);
          stopped = false;
        }
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

  /**
   * Encodes each parameter set once, however many tasks refer to it, and forgets it after the last. A job of the
   * parameter sets of the one before goes on with what the threads have prepared.
   */
  #messageMaker({
    parameterSets,
    seed,
    tasks,
  }: ReplicationJob): (batch: Batch, spent: readonly ArrayBuffer[]) => TaskMessage {
    if (parameterSets !== this.#parameterSets) {
      this.#parameterSets = parameterSets;
      this.#job++;
    }
    const job = this.#job;
    const encoded: SharedArrayBuffer[] = [];
    const left = new Int32Array(parameterSets.length);
    for (const { scenarioIndex } of tasks) left[scenarioIndex]! += 1;
    let firstOpen = 0;
    const parametersOf = (index: number): SharedArrayBuffer => {
      const parameters = encoded[index] ?? shared(parametersAt(parameterSets, index));
      encoded[index] = parameters;
      return parameters;
    };
    return ({ group, tasks: [first, ...others] }, spent) => {
      for (; firstOpen < group[0]! && left[firstOpen] === 0; firstOpen++) delete encoded[firstOpen];
      const taken = [first, ...others].map(({ scenarioIndex }) => scenarioIndex);
      for (const index of taken) left[index]! -= 1;
      const wanted = taken.map((index) => group.indexOf(index));
      const parameters = group.map(parametersOf);
      const { replicationIndex } = first;
      return { job, group, wanted, firstOpen, parameters, seed, replicationIndex, spent };
    };
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

function shared(parameters: ModelParameters): SharedArrayBuffer {
  const bytes = serialize(parameters);
  const store = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(store).set(bytes);
  return store;
}

function finished(
  job: ReplicationJob,
  task: ReplicationTask,
  reply: ReplyMessage[number],
): ReplicationResult {
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
