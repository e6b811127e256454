import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import type { CaseFiles, PublishedCase } from "../experiments/index.ts";
import { loadScenario } from "../scenarios/index.ts";
import { CASE_SCHEMA } from "./caseSchema.ts";
import { CliError } from "./cliError.ts";
import { casesFolder, tablesFolder } from "./package.ts";
import { DiskScenarioFiles } from "./scenarioFiles.ts";

/**
 * Every case of a folder, by file name.
 *
 * @throws {CliError} exit code 2, if a file is not a case, or its id is not its name
 */
export function readCases(folder: string = casesFolder): PublishedCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => parseCase(readFileSync(join(folder, name), "utf8"), name));
}

/**
 * A case from the text of its file.
 *
 * @throws {CliError} exit code 2, if it is not a case, or its id is not the file's name
 */
export function parseCase(text: string, name: string): PublishedCase {
  const parsed = CASE_SCHEMA.safeParse(yamlOf(text, name));
  if (!parsed.success) {
    const details = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new CliError(`${name} is not a case`, { details });
  }
  const id = basename(name, ".yaml");
  if (parsed.data.id !== id) {
    throw new CliError(`${name}: the id is "${parsed.data.id}"`, { hint: `write "${id}"` });
  }
  return parsed.data;
}

function yamlOf(text: string, name: string): unknown {
  try {
    return parse(text, { merge: true });
  } catch (cause) {
    throw new CliError(`${name} is not YAML`, { cause });
  }
}

/** Scenarios and tables that cases name; paths of scenarios start at the folder of the cases. */
export function caseFiles(folder: string = casesFolder): CaseFiles {
  const files = new DiskScenarioFiles(folder);
  return {
    scenario: (name) => loadScenario(name, files),
    recorded: (table, date, column) => {
      const { rows } = JSON.parse(readFileSync(join(tablesFolder, `${table}.json`), "utf8")) as {
        rows: readonly ({ readonly date: string } & Readonly<Record<string, unknown>>)[];
      };
      const value = rows.find((row) => row.date === date)?.[column];
      if (typeof value === "number") return value;
      throw new RangeError(`the table ${table} has no number in ${column} for ${date}`);
    },
  };
}
