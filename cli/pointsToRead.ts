import { headlineMeasures, type Point, parseMeasurePoint, pointAt } from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import { CliError } from "./cliError.ts";

/**
 * The measures that `--on` names, or the headline measures at the end.
 *
 * @throws {CliError} exit code 2, if a measure or date is unknown
 */
export function pointsToRead(scenario: CompiledScenario, on: readonly string[]): Point[] {
  if (on.length === 0) return headlineMeasures(scenario).map((measure) => pointAt(scenario, measure, null));
  return on.map((text) => {
    try {
      return parseMeasurePoint(scenario, text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new CliError(`--on ${text}: ${error.message}`, { cause: error });
    }
  });
}
