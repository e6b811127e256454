/**
 * The shapes that cross a thread boundary. Parameters travel as shared bytes: every task carries a reference,
 * nothing is copied, and a worker decodes each set once per job.
 */
export interface TaskMessage {
  /** Number of the job within its pool; a worker forgets the parameters of an earlier one. */
  readonly job: number;
  readonly scenarioIndex: number;
  /** The parameter set, made by `v8.serialize`. */
  readonly parameters: SharedArrayBuffer;
  readonly seed: string;
  readonly replicationIndex: number;
}

/** A replication that threw. */
export interface FailedMessage {
  readonly message: string;
  readonly stack: string | undefined;
}

/** A finished replication's buffer, moved (its layout follows from the parameters), or why there is none. */
export type ReplyMessage = ArrayBuffer | FailedMessage;
