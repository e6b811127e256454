import type { CompiledScenario } from "../scenarios/index.ts";
import { ReplicationError, WorkerLostError } from "../workers/index.ts";
import { CliError } from "./cliError.ts";
import { EXIT_CODES } from "./exitCodes.ts";

/** A failure of a simulation with the scenario's name and advice; others pass through. */
export function failureOf(error: unknown, scenarios: readonly CompiledScenario[]): unknown {
  if (!(error instanceof ReplicationError || error instanceof WorkerLostError)) return error;
  const hint =
    error instanceof WorkerLostError
      ? "it may have run out of memory: try fewer --workers"
      : "this is a fault of the model, not of your machine: --debug shows where";
  return new CliError(`scenario "${scenarios[error.task.scenarioIndex]?.id}": ${error.message}`, {
    exitCode: EXIT_CODES.unexpected,
    hint,
    cause: error,
  });
}
