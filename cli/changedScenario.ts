import { type CompiledScenario, formatIssue, type OpenScenario, ScenarioError } from "../scenarios/index.ts";
import { CliError } from "./cliError.ts";
import { problemCount } from "./loadScenarios.ts";

/** Parameters that shift the dates at which measures are read. */
const TIMING = ["start", "horizon", "grid"];

/**
 * A scenario with other values of varied parameters.
 *
 * @param assignments `path=value`, as for `--set`
 * @throws {CliError} exit code 2, with every problem, or if a path moves the dates of the run
 */
export function changedScenario(open: OpenScenario, assignments: readonly string[]): CompiledScenario {
  const timing = TIMING.find((path) => assignments.some((assignment) => assignment.startsWith(`${path}=`)));
  if (timing !== undefined) {
    throw new CliError(`"${timing}" cannot be varied: the points would be read on different dates`, {
      hint: `--set ${timing}=… changes it for all points`,
    });
  }
  try {
    return open.changed(assignments);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const details = error.issues.map(formatIssue);
    const hint = `the values asked for: ${assignments.join(", ")}`;
    throw new CliError(problemCount(details.length), { details, hint, cause: error });
  }
}
