import { CliError } from "./cliError.ts";
import { runCommandLine } from "./commandLine.ts";
import { EXIT_CODES, type ExitCode } from "./exitCodes.ts";
import { Interrupted } from "./interruption.ts";
import { processTerminal, type Terminal } from "./terminal.ts";

/** Runs one command; whatever goes wrong is told on stderr and in the exit code. */
export async function runProgram(args: readonly string[]): Promise<ExitCode> {
  try {
    return await runCommandLine(args);
  } catch (error) {
    const terminal = processTerminal({ quiet: false, color: !args.includes("--no-color") });
    return reportFailure(error, terminal, args.includes("--debug"));
  }
}

function reportFailure(error: unknown, { problem, paint }: Terminal, debug: boolean): ExitCode {
  if (error instanceof Interrupted) return EXIT_CODES.interrupted;
  const expected = error instanceof CliError;
  if (expected) for (const line of error.details) problem(line);
  const message = error instanceof Error ? error.message : String(error);
  problem(`${paint.red("error:")} ${expected ? message : `unexpected: ${message}`}`);
  if (expected && error.hint !== undefined) problem(`${paint.cyan("hint:")} ${error.hint}`);
  if (!expected && !debug) problem(`${paint.cyan("hint:")} --debug shows where it happened`);
  if (debug) problem(stacks(error));
  return expected ? error.exitCode : EXIT_CODES.unexpected;
}

/** The stack of an error and of what caused it. */
function stacks(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\ncaused by: ${stacks(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
