import type { CompiledScenario } from "./compiledScenario.ts";
import type { ScenarioFiles } from "./files.ts";
import { openScenario } from "./openScenario.ts";

/**
 * Reads a scenario with its bases and tables, checks it, and compiles it for the engine.
 *
 * All mistakes are collected and thrown together, each with the file, line and column where it was written.
 *
 * @param reference a scenario id, or a path as the file reader understands it
 * @param files reads scenarios and tables
 * @param overrides arguments of `--set`, such as `horizon=5 y`, laid over the scenario and its interventions
 * @returns parameters, with days counted from the scenario's start date, and the words that reports need
 * @throws {ScenarioError} if anything is wrong
 * @example
 * loadScenario("baseline", files, ["horizon=2 y"]).parameters.horizonDays; // => 730
 */
export function loadScenario(
  reference: string,
  files: ScenarioFiles,
  overrides: readonly string[] = [],
): CompiledScenario {
  return openScenario(reference, files, overrides).scenario;
}
