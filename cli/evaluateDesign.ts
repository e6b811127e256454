import { type CompiledScenario, formatIssue, ScenarioError } from "../scenarios/index.ts";
import { PoolBackend } from "../workers/index.ts";
import { CliError } from "./cliError.ts";
import { type EvaluateOptions, evaluate, type ReadPoint } from "./evaluate.ts";

/** Scenarios in memory at a time, for each worker: enough to keep all of them busy to the end of a block. */
const SCENARIOS_PER_WORKER = 4;

/**
 * Values of measures at the points of a design, on common random numbers. Scenarios are compiled a block at a time
 * and then dropped; a value's place depends on its point alone, not on the order in which replications finish.
 *
 * @param count number of points
 * @param compile the scenario of a point
 * @returns values by point and measure, one per replication in ascending order; NaN where it is not defined
 * @throws {CliError} exit code 2, if a point gives an invalid scenario; else as {@link evaluate} does
 */
export async function evaluateDesign(
  count: number,
  compile: (point: number) => CompiledScenario,
  measures: readonly ReadPoint[],
  options: EvaluateOptions,
): Promise<Float64Array[][]> {
  const { from, to } = options;
  const threads = Math.min(options.workers, Math.max(1, count * (to - from)));
  const backend = options.backend ?? new PoolBackend({ threads });
  const values: Float64Array[][] = [];
  try {
    while (values.length < count) {
      const size = Math.min(SCENARIOS_PER_WORKER * threads, count - values.length);
      const block = Array.from({ length: size }, (_, i) => compiled(compile, values.length + i));
      values.push(...(await evaluate(block, measures, { ...options, backend })));
    }
  } finally {
    if (options.backend === undefined) await backend.close();
  }
  return values;
}

function compiled(compile: (point: number) => CompiledScenario, point: number): CompiledScenario {
  try {
    return compile(point);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new CliError(`point ${point + 1} of the design is no valid scenario`, {
      details: error.issues.map(formatIssue),
      hint: "the values drawn do not go together: narrow a distribution",
      cause: error,
    });
  }
}
