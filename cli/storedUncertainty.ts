import { existsSync } from "node:fs";
import { join } from "node:path";
import { SCHEMA_VERSION, type Uncertainty } from "../reports/index.ts";
import { CliError } from "./cliError.ts";
import { readText } from "./readText.ts";

const FILE = "uncertainty.json";

/** What is stored of draws, with the version of its shape. */
export function uncertaintyFile(uncertainty: Uncertainty): { readonly name: string; readonly text: string } {
  return { name: FILE, text: `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...uncertainty })}\n` };
}

/**
 * What draws of a stored run said; undefined if none were made. The draws themselves are not stored.
 *
 * @param run folder
 * @throws {CliError} exit code 2, if the file is of another version or damaged
 */
export function readUncertainty(run: string): Uncertainty | undefined {
  const path = join(run, FILE);
  if (!existsSync(path)) return undefined;
  const { schemaVersion, ...uncertainty } = parsed(path);
  if (schemaVersion === SCHEMA_VERSION && Array.isArray(uncertainty.rows)) {
    return uncertainty as unknown as Uncertainty;
  }
  throw new CliError(`${path} is of another version: expected ${SCHEMA_VERSION}, got ${schemaVersion}`, {
    hint: "run the scenario again with --draws",
  });
}

function parsed(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readText(path)) as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CliError(`${path} is damaged: ${error.message}`, {
      hint: "run the scenario again with --draws",
      cause: error,
    });
  }
}
