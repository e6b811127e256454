import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { CliError } from "./cliError.ts";
import { EXIT_CODES, type ExitCode } from "./exitCodes.ts";

/**
 * Writes a file so that it is there whole or not at all: to a sibling first, then renamed over the target.
 *
 * @throws {CliError} exit code 1, when the disk is full or the folder cannot be written
 */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const sibling = `${path}.${process.pid}.part`;
  try {
    writeDurably(sibling, typeof content === "string" ? Buffer.from(content) : content);
    renameSync(sibling, path);
  } catch (error) {
    removeIfThere(sibling);
    throw writeFailure(path, error, EXIT_CODES.unexpected);
  }
}

/** What cannot be removed either is left: the first error is the one to tell. */
function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "w");
  try {
    for (let written = 0; written < bytes.byteLength; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const HINTS: Readonly<Record<string, readonly [problem: string, hint: string]>> = {
  ENOSPC: ["no space is left on the disk", "free some space, or choose another place with --out"],
  EDQUOT: ["your disk quota is used up", "free some space, or choose another place with --out"],
  EACCES: ["you may not write there", "choose another folder with --out"],
  EPERM: ["you may not write there", "choose another folder with --out"],
  EROFS: ["the file system is read-only", "choose another folder with --out"],
  ENOTDIR: ["part of the path is a file, not a folder", "choose another folder with --out"],
  ENOENT: ["there is no such folder, and it cannot be made", "choose another folder with --out"],
  ENAMETOOLONG: ["the name is too long", "choose a shorter one with --out"],
};

/** The message for a path that cannot be written; what has no known code is passed through. */
export function writeFailure(path: string, error: unknown, exitCode: ExitCode): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const known = HINTS[code];
  if (known === undefined) return error;
  return new CliError(`cannot write ${path}: ${known[0]}`, { exitCode, hint: known[1], cause: error });
}
