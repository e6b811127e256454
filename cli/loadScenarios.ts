import {
  type CompiledScenario,
  formatIssue,
  type Issue,
  loadScenario,
  ScenarioError,
} from "../scenarios/index.ts";
import { issueAnnotations } from "./annotations.ts";
import { CliError } from "./cliError.ts";
import type { HashedFile } from "./manifest.ts";
import { DiskScenarioFiles } from "./scenarioFiles.ts";

export interface LoadedScenarios {
  /** In the order asked for; there is at least one. */
  readonly scenarios: readonly [CompiledScenario, ...CompiledScenario[]];
  /** Tables that were read. */
  readonly data: readonly HashedFile[];
}

/** One reference, and the scenario it names or everything that is wrong with it. */
export type CheckedScenario = { readonly reference: string } & (
  | { readonly scenario: CompiledScenario; readonly issues: readonly [] }
  | { readonly scenario: null; readonly issues: readonly Issue[] }
);

/** Reads one scenario; its problems are returned, not thrown. */
export function checkScenario(
  reference: string,
  overrides: readonly string[],
  files: DiskScenarioFiles = new DiskScenarioFiles(),
): CheckedScenario {
  try {
    return { reference, scenario: loadScenario(reference, files, [...overrides]), issues: [] };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { reference, scenario: null, issues: error.issues };
  }
}

/**
 * Reads scenarios that are to be run.
 *
 * @param references ids or paths
 * @param overrides `path=value`, applied to each
 * @throws {CliError} exit code 2, with every problem of every scenario, or when there is none, or two have one id
 */
export function loadScenarios(references: readonly string[], overrides: readonly string[]): LoadedScenarios {
  const files = new DiskScenarioFiles();
  const checked = references.map((reference) => checkScenario(reference, overrides, files));
  const issues = checked.flatMap((each) => each.issues);
  if (issues.length > 0) throw scenarioProblems(issues);
  const scenarios = checked.flatMap(({ scenario }) => scenario ?? []);
  const [first, ...others] = scenarios;
  if (first === undefined) throw new CliError("a scenario is missing");
  refuseTwins(scenarios);
  return { scenarios: [first, ...others], data: files.tablesRead };
}

/** All problems of scenarios as one failure; GitHub marks them in their files too. */
export function scenarioProblems(issues: readonly Issue[]): CliError {
  const lines = issueLines(issues);
  return new CliError(problemCount(lines.length), { details: [...lines, ...issueAnnotations(issues)] });
}

/** Every problem as text, each once: scenarios with a common base share the problems of the base. */
export function issueLines(issues: readonly Issue[]): string[] {
  return [...new Set(issues.map(formatIssue))];
}

/**
 * @example
 * problemCount(1); // => "1 problem"
 */
export function problemCount(count: number): string {
  return count === 1 ? "1 problem" : `${count} problems`;
}

function refuseTwins(scenarios: readonly CompiledScenario[]): void {
  const ids = scenarios.map(({ id }) => id);
  const twin = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twin === undefined) return;
  throw new CliError(`scenario "${twin}" is given twice`, { hint: "give each scenario an id of its own" });
}
