import { EXIT_CODES, type ExitCode } from "./exitCodes.ts";

interface CliErrorOptions {
  /** Default: 2, a mistake of the user's. */
  readonly exitCode?: ExitCode;
  /** What to do about it, in one sentence. */
  readonly hint?: string | undefined;
  /** Lines shown before the message, such as every problem of a scenario. */
  readonly details?: readonly string[];
  readonly cause?: unknown;
}

/** A failure that the program expects: shown as a message and a hint, without a stack. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly exitCode: ExitCode;
  readonly hint: string | undefined;
  readonly details: readonly string[];

  constructor(
    message: string,
    { exitCode = EXIT_CODES.usage, hint, details = [], cause }: CliErrorOptions = {},
  ) {
    super(message, { cause });
    this.exitCode = exitCode;
    this.hint = hint;
    this.details = details;
  }
}
