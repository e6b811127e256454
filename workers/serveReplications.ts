import { deserialize } from "node:v8";
import { move } from "piscina";
import type { ModelParameters } from "../engine/index.ts";
import type { Prepare, Replicate } from "./backend.ts";
import type { ReplyMessage, TaskMessage } from "./messages.ts";

/**
 * The worker's side of the pool: a function from task to reply that decodes each parameter set once per job.
 * The reply arrives in the main thread as a {@link ReplyMessage}; a result's buffer is moved there.
 */
export function serveReplications(prepare: Prepare): (task: TaskMessage) => unknown {
  let job = -1;
  let prepared: Replicate[] = [];

  const replicateOf = (task: TaskMessage): Replicate => {
    if (task.job !== job) prepared = [];
    job = task.job;
    prepared[task.scenarioIndex] ??= prepare(decoded(task.parameters));
    return prepared[task.scenarioIndex]!;
  };

  return (task) => {
    try {
      return move(replicateOf(task)(task.seed, task.replicationIndex).buffer);
    } catch (error) {
      return failed(error);
    }
  };
}

/** V8 does not read from shared memory: the bytes are copied first. */
function decoded(parameters: SharedArrayBuffer): ModelParameters {
  return deserialize(new Uint8Array(parameters).slice()) as ModelParameters;
}

function failed(error: unknown): ReplyMessage {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined };
  return { message: error.message, stack: error.stack };
}
