import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeAtomically, writeFailure } from "../atomicWrite.ts";
import { CliError } from "../cliError.ts";
import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import type { InitFlags } from "../projectFlags.ts";
import { STARTER_FILES, STARTER_SCENARIO } from "../starterFiles.ts";
import { processTerminal } from "../terminal.ts";

/** `bedspace init`: a scenario to start from, and a workflow that runs it. */
export async function init(folder: string, flags: InitFlags): Promise<ExitCode> {
  const terminal = processTerminal(flags);
  const files = STARTER_FILES.map(({ path, text }) => ({ path: join(folder, path), text }));
  const taken = files.filter(({ path }) => existsSync(path)).map(({ path }) => `${path} is there already`);
  if (taken.length > 0 && !flags.force) {
    throw new CliError("nothing was written", {
      details: taken,
      hint: "choose another folder, or write over it with --force",
    });
  }
  for (const { path, text } of files) {
    makeFolder(dirname(path));
    writeAtomically(path, text);
  }
  terminal.data(
    flags.json
      ? JSON.stringify({ schemaVersion: 1, files: files.map(({ path }) => path) }, null, 2)
      : files.map(({ path }) => path).join("\n"),
  );
  terminal.note(`next: bedspace validate ${join(folder, STARTER_SCENARIO)}`);
  return EXIT_CODES.done;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new CliError(`cannot write ${path}: it is a file, not a folder`);
    throw writeFailure(path, error, EXIT_CODES.usage);
  }
}
