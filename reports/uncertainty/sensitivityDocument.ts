import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { SCHEMA_VERSION } from "../schemaVersion.ts";
import type { Sensitivity } from "./sensitivityReport.ts";

/**
 * A sensitivity analysis as JSON text: what was asked, the parameters with their distributions, and for each measure
 * the parameters by importance.
 *
 * @throws {RangeError} if a number is not finite
 * @example
 * JSON.parse(sensitivityDocument(sensitivity, scenario, "1")).method; // => "morris"
 */
export function sensitivityDocument(
  sensitivity: Sensitivity,
  scenario: CompiledScenario,
  seed: string,
): string {
  const { id, title, question, startDate, endDate, parameters } = scenario;
  const document = {
    schemaVersion: SCHEMA_VERSION,
    scenario: { id, title, question },
    seed,
    horizon: { from: startDate, to: endDate, days: parameters.horizonDays },
    ...sensitivity,
  };
  return `${JSON.stringify(document, plainNumbers)}\n`;
}

function plainNumbers(key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`sensitivityDocument requires finite numbers, got ${value} in "${key}"`);
  }
  return value;
}
