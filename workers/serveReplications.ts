import { deserialize } from "node:v8";
import { move, transferableSymbol, valueSymbol } from "piscina";
import type { ModelParameters } from "../engine/index.ts";
import type { Prepare, Replicate } from "./backend.ts";
import type { FailedMessage, ReplyMessage, TaskMessage } from "./messages.ts";

/**
 * The worker's side of the pool: a function from task to reply that prepares each group of parameter sets once per
 * job, and forgets those that no task refers to any more.
 * The reply arrives in the main thread as a {@link ReplyMessage}; the buffers of results are moved there.
 */
export function serveReplications(prepare: Prepare): (task: TaskMessage) => unknown {
  let job = -1;
  const prepared = new Map<string, { readonly last: number; readonly replicate: Replicate }>();

  const replicateOf = ({ group, parameters, firstOpen, ...task }: TaskMessage): Replicate => {
    if (task.job !== job) prepared.clear();
    job = task.job;
    for (const [name, { last }] of prepared) if (last < firstOpen) prepared.delete(name);
    const name = group.join();
    const replicate = prepared.get(name)?.replicate ?? prepare(parameters.map(decoded));
    prepared.set(name, { last: group.at(-1)!, replicate });
    return replicate;
  };

  return (task) => moved(repliesTo(task, () => replicateOf(task)));
}

/** Where several sets fail together, each is run by itself, so that the one at fault is known. */
function repliesTo(
  { seed, replicationIndex, wanted, spent }: TaskMessage,
  prepare: () => Replicate,
): ReplyMessage {
  const left = [...spent];
  const run = (positions: readonly number[]): ReplyMessage => {
    try {
      return prepare()(seed, replicationIndex, positions, left).map(({ buffer }) => buffer);
    } catch (error) {
      return [failed(error)];
    }
  };
  const together = run(wanted);
  if (wanted.length === 1 || together[0] instanceof ArrayBuffer) return together;
  const replies: (ArrayBuffer | FailedMessage)[] = [];
  for (const position of wanted) {
    replies.push(...run([position]));
    if (!(replies.at(-1) instanceof ArrayBuffer)) break;
  }
  return replies;
}

function moved(replies: ReplyMessage): unknown {
  const buffers = replies.filter((reply) => reply instanceof ArrayBuffer);
  return move({
    get [transferableSymbol]() {
      return buffers;
    },
    get [valueSymbol]() {
      return replies;
    },
  });
}

/** V8 does not read from shared memory: the bytes are copied first. */
function decoded(parameters: SharedArrayBuffer): ModelParameters {
  return deserialize(new Uint8Array(parameters).slice()) as ModelParameters;
}

function failed(error: unknown): FailedMessage {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined };
  return { message: error.message, stack: error.stack };
}
