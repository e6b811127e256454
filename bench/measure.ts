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

export interface Execution {
  readonly replications: readonly PrintedReplication[];
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
 * Runs a program once.
 *
 * @param measure command that runs another and reports what it used; null where the program reports it itself
 * @throws {Error} if the program fails
 */
export function execute(
  program: Program,
  options: WorkloadOptions,
  measure: readonly string[] | null,
): Execution {
  const words = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const [command = "", ...rest] = [...(measure ?? []), ...program.command, ...words];
  const { status, stdout, stderr } = spawnSync(command, rest, { encoding: "utf8", cwd: packageFolder });
  if (status !== 0) throw new Error(`${program.name} failed: ${stderr}`);
  const lastLine = stderr.trimEnd().split("\n").at(-1) ?? "";
  return { replications: parseLines(stdout), use: JSON.parse(lastLine) };
}

/** Replications from the output of a program: one line of JSON each. */
export function parseLines(text: string): PrintedReplication[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
