/**
 * The shapes that cross a thread boundary. Parameters travel as shared bytes: every task carries a reference,
 * nothing is copied, and a worker decodes each set once per job.
 */
export interface TaskMessage {
  /** Number of the job within its pool; a worker forgets the parameters of an earlier one. */
  readonly job: number;
  /** Parameter sets that share a beginning, ascending: the worker prepares them together. */
  readonly group: readonly number[];
  /** Positions within the group of those that this task is about. */
  readonly wanted: readonly number[];
  /** No task of a parameter set before this one follows in the job: a worker forgets those. */
  readonly firstOpen: number;
  /** The parameter sets of the group, each made by `v8.serialize`. */
  readonly parameters: readonly SharedArrayBuffer[];
  readonly seed: string;
  readonly replicationIndex: number;
  /** Buffers of earlier results, moved: these results may be laid over them. */
  readonly spent: readonly ArrayBuffer[];
}

/** A replication that threw. */
export interface FailedMessage {
  readonly message: string;
  readonly stack: string | undefined;
}

/**
 * For each wanted parameter set in order: the buffer of its result, moved (its layout follows from the parameters), or
 * why there is none; nothing comes after a failure.
 */
export type ReplyMessage = readonly (ArrayBuffer | FailedMessage)[];
