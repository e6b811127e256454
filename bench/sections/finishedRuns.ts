import { join } from "node:path";
import { executeCommand, type ProcessUse } from "../measure.ts";
import { packageFolder } from "../programs.ts";
import { temporaryFolder } from "../temporaryFolder.ts";
import type { Setting } from "./section.ts";

const program = [process.execPath, join(packageFolder, "dist", "cli", "main.js")];

/** What a process of the built program used. */
export function bedspace(measure: readonly string[], words: readonly string[]): ProcessUse {
  return executeCommand(measure, [...program, ...words]).use;
}

/** A run that has ended: its folder, and what it used, report included. */
export interface FinishedRun {
  readonly folder: string;
  readonly use: ProcessUse;
}

/** A finished run and its length. */
export interface NumberedRun extends FinishedRun {
  readonly replications: number;
}

/** Runs a scenario on two threads and keeps its folder as long as this process. */
export function finishedRun(
  measure: readonly string[],
  scenario: string,
  replications: number,
  set: readonly string[] = [],
): FinishedRun {
  console.error(`a run of ${scenario} with ${replications} replications`);
  const folder = join(temporaryFolder(), "run");
  const words = ["run", scenario, "--replications", String(replications), "--workers", "2", "--quiet"];
  const changes = set.flatMap((change) => ["--set", change]);
  return { folder, use: bedspace(measure, [...words, ...changes, "--out", folder]) };
}

/** Runs of the baseline with a quarter of the longest and with the longest; two sections share them. */
export function baselineRuns({ programs, quick, longest }: Setting): readonly NumberedRun[] {
  nationalRuns ??= [Math.ceil(longest / 4), longest].map((replications) => ({
    replications,
    ...finishedRun(programs.measure, "baseline", replications, quick ? ["horizon=60 d"] : []),
  }));
  return nationalRuns;
}

let nationalRuns: readonly NumberedRun[] | undefined;
