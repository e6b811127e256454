import type { ModelParameters, ReplicationResult, SpentBuffers } from "../engine/index.ts";

/** One replication of one parameter set of a job. */
export interface ReplicationTask {
  /** Index into the job's `parameterSets`. */
  readonly scenarioIndex: number;
  readonly replicationIndex: number;
}

/** Work for a backend: which replications of which parameter sets to run, and the seed that roots them all. */
export interface ReplicationJob {
  readonly parameterSets: readonly ModelParameters[];
  readonly seed: string;
  /**
   * Started in this order, but for those of one replication that follow each other: parameter sets that are the same
   * up to a day may share the work up to it. See `dealReplications` for the usual order.
   */
  readonly tasks: readonly ReplicationTask[];
}

export interface ReplicationHandlers {
  /**
   * Called once for each finished replication, in any order. The result belongs to the handler from then on.
   *
   * @param reuse takes the buffer of a result of this job that is read no more, once: a later one may be laid over it
   */
  onResult(task: ReplicationTask, result: ReplicationResult, reuse: (buffer: ArrayBuffer) => void): void;
}

/**
 * Something that can run replications: this thread, a pool of threads, later a queue of machines.
 *
 * In the contract:
 * - The bytes of a result depend on (parameters, seed, replication index) alone: not on the backend, the number
 *   of workers, or what ran before.
 * - Tasks start in the order that the job says and may finish in any; each gives one call of `onResult`, or none.
 * - `run` resolves when every task is delivered. The event loop turns between deliveries, so that timers,
 *   signals and progress lines stay alive.
 * - When the signal aborts, `run` rejects with the signal's reason. What was finished is delivered before;
 *   what is running is abandoned; nothing is delivered after.
 * - When a replication throws, `run` rejects with {@link ReplicationError}; when a worker is lost, with
 *   {@link WorkerLostError}; when a handler throws, with what it threw. No further task is started, nothing is
 *   delivered after, and the backend can be used again.
 * - One job at a time. `close` gives up threads and connections; it may be called at any time and more than once.
 *
 * Deliberately not in the contract: the order of results, retries, storage, statistics, stopping rules, how
 * many workers there are, and how parameters reach them. No type of a thread or queue library appears here.
 */
export interface ReplicationBackend {
  run(job: ReplicationJob, handlers: ReplicationHandlers, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes the function that runs replications of some parameter sets; called once per worker and group of sets, so that
 * memory is reused. The engine's is `prepareReplications`; tests have stand-ins.
 */
export type Prepare = (parameterSets: readonly ModelParameters[]) => Replicate;

/**
 * Runs one replication of the wanted sets, named by their positions, and returns their results in that order. Results
 * may be laid over spent buffers.
 */
export type Replicate = (
  seed: string,
  index: number,
  wanted: readonly number[],
  spent?: SpentBuffers,
) => ReplicationResult[];

/** A replication threw: a fault of the model or its parameters, not of the backend. */
export class ReplicationError extends Error {
  override readonly name = "ReplicationError";
  readonly task: ReplicationTask;

  constructor(task: ReplicationTask, message: string, options?: { cause?: unknown }) {
    super(`replication ${task.replicationIndex} failed: ${message}`, options);
    this.task = task;
  }
}

/** A worker ended before its replication did: killed, out of memory, or unable to start. */
export class WorkerLostError extends Error {
  override readonly name = "WorkerLostError";
  readonly task: ReplicationTask;

  constructor(task: ReplicationTask, message: string, options?: { cause?: unknown }) {
    super(`a worker was lost during replication ${task.replicationIndex}: ${message}`, options);
    this.task = task;
  }
}

/**
 * Tasks for replications `from`, …, `to - 1` of every parameter set, dealt replication by replication, so that
 * compared scenarios advance together and an interrupted comparison still holds complete pairs.
 *
 * @example
 * dealReplications(2, 0, 2).map((task) => `${task.scenarioIndex}/${task.replicationIndex}`); // => ["0/0", "1/0", "0/1", "1/1"]
 */
export function dealReplications(scenarioCount: number, from: number, to: number): ReplicationTask[] {
  const tasks: ReplicationTask[] = [];
  for (let replicationIndex = from; replicationIndex < to; replicationIndex++) {
    for (let scenarioIndex = 0; scenarioIndex < scenarioCount; scenarioIndex++) {
      tasks.push({ scenarioIndex, replicationIndex });
    }
  }
  return tasks;
}

/**
 * Parameter set that a task refers to.
 *
 * @throws {RangeError} if the job has none of that index
 */
export function parametersAt(
  parameterSets: readonly ModelParameters[],
  scenarioIndex: number,
): ModelParameters {
  const parameters = parameterSets[scenarioIndex];
  if (parameters === undefined) {
    throw new RangeError(
      `a task requires one of ${parameterSets.length} parameter sets, got ${scenarioIndex}`,
    );
  }
  return parameters;
}
