import { join } from "node:path";
import { median } from "simple-statistics";
import { type Execution, executeCommand, optionWords } from "../measure.ts";
import { benchFolder } from "../programs.ts";

/** One line of `runScenario.mjs`. */
export interface ScenarioReplication {
  readonly scenario: string;
  readonly seed: number;
  /** Events that the engine executed, its own bookkeeping included. */
  readonly events: number;
  /** Processor time of the replication (milliseconds). */
  readonly cpuMs: number;
  /** Growth of the heap over the replication; arrays of results are not on it. */
  readonly heapBytes: number;
}

/** What `runScenario.mjs` is asked for. */
export interface ScenarioRunOptions {
  readonly scenario: string;
  readonly seed: number;
  readonly reps: number;
  /** Changes, each "path=value". */
  readonly set?: readonly string[];
  readonly nodeFlags?: readonly string[];
}

/** Runs replications of a scenario in a process of their own. */
export function runScenario(
  measure: readonly string[],
  { set = [], nodeFlags = [], ...options }: ScenarioRunOptions,
): Execution<ScenarioReplication> {
  return executeCommand(measure, [
    ...[process.execPath, ...nodeFlags, join(benchFolder, "runScenario.mjs")],
    ...optionWords({ ...options }),
    ...set.map((change) => `--set=${change}`),
  ]);
}

/** Processor time for each event (nanoseconds): median of the replications. */
export function nanosecondsPerEvent(replications: readonly ScenarioReplication[]): number {
  return median(replications.map(({ cpuMs, events }) => (cpuMs * 1e6) / events));
}
