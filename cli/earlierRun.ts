import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type EarlierResult, readEarlierResult } from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import { CliError } from "./cliError.ts";
import type { GateFlags } from "./flags.ts";

const HINT = "give the folder of a run, or its summary.json";

/**
 * The result of the run that `--against` names; undefined without the flag. Read before anything is simulated.
 *
 * @param scenarios of the run that is to be set against it
 * @throws {CliError} exit code 2, if it cannot be read, or has none of the scenarios
 */
export function earlierRun(
  { against }: Pick<GateFlags, "against">,
  scenarios: readonly CompiledScenario[],
): EarlierResult | undefined {
  if (against === undefined) return undefined;
  const earlier = read(against);
  const known = [earlier.scenario, ...earlier.comparedWith].map(({ id }) => id);
  if (scenarios.some(({ id }) => known.includes(id))) return earlier;
  throw new CliError(`--against ${against} has none of these scenarios`, {
    hint: `it has ${known.join(", ")}; this run has ${scenarios.map(({ id }) => id).join(", ")}`,
  });
}

function read(path: string): EarlierResult {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new CliError(`--against ${path}: no such file or folder`, { hint: HINT });
  const file = stats.isDirectory() ? join(path, "summary.json") : path;
  try {
    return readEarlierResult(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? "it is not JSON" : (cause as Error).message;
    throw new CliError(`--against: ${file} cannot be used: ${why}`, { hint: HINT, cause });
  }
}
