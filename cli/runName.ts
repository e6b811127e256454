import { mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeFailure } from "./atomicWrite.ts";
import { CliError } from "./cliError.ts";
import { EXIT_CODES } from "./exitCodes.ts";

/**
 * Default name of a run: what was compared and when, in UTC.
 *
 * @example
 * runName(["baseline", "no-transfers", "all"], new Date(0)); // => "baseline-vs-no-transfers-and-1-more-19700101-000000"
 */
export function runName(scenarioIds: readonly string[], startedAt: Date): string {
  const [first = "run", second, ...others] = scenarioIds;
  const against = second === undefined ? "" : `-vs-${second}`;
  const more = others.length === 0 ? "" : `-and-${others.length}-more`;
  const moment = startedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-");
  return `${first}${against}${more}-${moment}`;
}

/**
 * Makes the folder that `--out` names; an empty one that exists will do.
 *
 * @throws {CliError} if it cannot be made, is no folder, or holds something already
 */
export function makeNamedFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") {
      throw new CliError(`cannot write ${path}: it is a file, not a folder`, {
        hint: "choose another --out",
      });
    }
    throw writeFailure(path, error, EXIT_CODES.usage);
  }
  const content = readdirSync(path);
  if (content.includes("manifest.json")) {
    throw new CliError(`${path} already holds a run`, { hint: "choose a new folder with --out" });
  }
  if (content.length > 0) {
    throw new CliError(`${path} is not empty`, { hint: "choose a new or an empty folder with --out" });
  }
  return path;
}

/**
 * Makes a new folder, with a number after its name if the name is taken.
 *
 * @throws {CliError} if it cannot be made
 */
export function makeFreshFolder(path: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true });
    for (let attempt = 1; ; attempt++) {
      const candidate = attempt === 1 ? path : `${path}-${attempt}`;
      if (statSync(candidate, { throwIfNoEntry: false }) !== undefined) continue;
      mkdirSync(candidate);
      return candidate;
    }
  } catch (error) {
    throw writeFailure(path, error, EXIT_CODES.usage);
  }
}

/** Default place of runs, below the working directory. */
export const runsFolder = join(".", "runs");
