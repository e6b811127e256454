import { setImmediate as nextTurn } from "node:timers/promises";
import type { ReplicationResult, SpentBuffers } from "../engine/index.ts";
import {
  type Prepare,
  parametersAt,
  type Replicate,
  type ReplicationBackend,
  ReplicationError,
  type ReplicationHandlers,
  type ReplicationJob,
  type ReplicationTask,
} from "./backend.ts";
import { prepareReplications } from "./prepareReplications.ts";

/**
 * Runs replications one after another on the calling thread, each on its own: the reference that other backends must
 * match.
 */
export class InlineBackend implements ReplicationBackend {
  readonly #prepare: Prepare;

  /** @param prepare stands in for the engine in tests */
  constructor(prepare: Prepare = prepareReplications) {
    this.#prepare = prepare;
  }

  async run(job: ReplicationJob, handlers: ReplicationHandlers, signal?: AbortSignal): Promise<void> {
    const prepared: Replicate[] = [];
    const spent: SpentBuffers = [];
    const reuse = (buffer: ArrayBuffer): void => void spent.push(buffer);
    for (const task of job.tasks) {
      await nextTurn();
      signal?.throwIfAborted();
      handlers.onResult(task, this.#replicate(job, task, prepared, spent), reuse);
    }
  }

  async close(): Promise<void> {}

  #replicate(
    job: ReplicationJob,
    task: ReplicationTask,
    prepared: Replicate[],
    spent: SpentBuffers,
  ): ReplicationResult {
    const { scenarioIndex, replicationIndex } = task;
    const parameters = parametersAt(job.parameterSets, scenarioIndex);
    try {
      prepared[scenarioIndex] ??= this.#prepare([parameters]);
      return prepared[scenarioIndex](job.seed, replicationIndex, [0], spent)[0]!;
    } catch (error) {
      throw new ReplicationError(task, error instanceof Error ? error.message : String(error), {
        cause: error,
      });
    }
  }
}
