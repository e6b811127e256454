/** What the exit code of the program says. */
export const EXIT_CODES = {
  /** Everything asked for was done. */
  done: 0,
  /** A fault of the program, of its machine, or of a replication. */
  unexpected: 1,
  /** The command line or a scenario is wrong; nothing was run. */
  usage: 2,
  /** The run is complete, and a gate of a scenario does not hold. */
  gateFailed: 3,
  /** Stopped by Ctrl-C; what was finished is in the run folder. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];
