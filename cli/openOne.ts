import { type OpenScenario, openScenario, ScenarioError } from "../scenarios/index.ts";
import { scenarioProblems } from "./loadScenarios.ts";
import type { HashedFile } from "./manifest.ts";
import { DiskScenarioFiles } from "./scenarioFiles.ts";

/**
 * Opens one scenario for an experiment.
 *
 * @param reference id or path
 * @throws {CliError} exit code 2, with every problem of the scenario
 */
export function openOne(
  reference: string,
  overrides: readonly string[],
): { readonly open: OpenScenario; readonly data: readonly HashedFile[] } {
  const files = new DiskScenarioFiles();
  try {
    const open = openScenario(reference, files, overrides);
    return { open, data: files.tablesRead };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw scenarioProblems(error.issues);
  }
}
