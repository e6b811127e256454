import { spawnSync } from "node:child_process";
import { type Program, packageFolder } from "./programs.ts";
import type { Summary } from "./workload.mjs";

/** One replication as a program prints it. */
export interface PrintedReplication extends Summary {
  readonly impl: string;
  readonly seed: number;
  readonly scale: number;
  readonly transfers: number;
  readonly capacity: number;
  /** Wall and processor time of the replication alone (milliseconds). */
  readonly ms: number;
  readonly cpuMs: number;
}

/** What a process used, user and system time of all its threads. */
export interface ProcessUse {
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

/** What a process printed, and used. */
export interface Execution<Line> {
  /** Lines of JSON. */
  readonly lines: readonly Line[];
  readonly use: ProcessUse;
}

export interface WorkloadOptions {
  readonly seed: number;
  readonly scale: number;
  readonly reps: number;
  /** Rated capacity at scale 1; ours takes it from its scenario. */
  readonly capacity?: number;
}

/**
 * Runs a command once.
 *
 * @param measure command that runs another and reports what it used
 * @param command program and its arguments
 * @throws {Error} if the command fails
 */
export function executeCommand<Line = unknown>(
  measure: readonly string[],
  command: readonly string[],
): Execution<Line> {
  const [program = "", ...rest] = [...measure, ...command];
  const { status, stdout, stderr } = spawnSync(program, rest, {
    encoding: "utf8",
    cwd: packageFolder,
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${command.join(" ")} failed: ${stderr}`);
  return { lines: parseLines(stdout), use: JSON.parse(stderr.trimEnd().split("\n").at(-1) ?? "") };
}

/**
 * Runs a program of the reference workload once.
 *
 * @throws {Error} if the program fails
 */
export function execute(
  measure: readonly string[],
  program: Program,
  options: WorkloadOptions,
): Execution<PrintedReplication> {
  return executeCommand(measure, [...program.command, ...optionWords({ ...options })]);
}

/**
 * Options as words of a command line.
 *
 * @example
 * optionWords({ seed: 1, scale: 0.1 }); // => ["--seed=1", "--scale=0.1"]
 */
export function optionWords(options: Readonly<Record<string, string | number>>): string[] {
  return Object.entries(options).map(([name, value]) => `--${name}=${value}`);
}

/** Values from lines of JSON; other lines are left out. */
function parseLines<Line>(text: string): Line[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("{") && line.endsWith("}"))
    .map((line) => JSON.parse(line));
}
