import { readFileSync, type Stats, statSync } from "node:fs";
import { FileProblem } from "../scenarios/index.ts";

const LARGEST_BYTES = 5_000_000;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Text of a file that a user named. Its size is looked at before it is opened.
 *
 * @throws {FileProblem} if it is missing, no regular file, over 5 MB, unreadable, or not UTF-8
 */
export function readText(path: string): string {
  const stats = statusOf(path);
  if (stats.isDirectory()) throw new FileProblem("a directory");
  if (!stats.isFile()) throw new FileProblem("a device or pipe, not a file");
  if (stats.size > LARGEST_BYTES) {
    const megabytes = (stats.size / 1e6).toFixed(1);
    throw new FileProblem(`a file of ${megabytes} MB; at most ${LARGEST_BYTES / 1e6} MB is read`);
  }
  const bytes = orProblem(() => readFileSync(path));
  try {
    return utf8.decode(bytes);
  } catch {
    throw new FileProblem("a file that is not UTF-8 text");
  }
}

function statusOf(path: string): Stats {
  return orProblem(() => statSync(path));
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file: part of the path is a file, not a folder",
  EACCES: "a file that you may not read",
  EPERM: "a file that you may not read",
  ELOOP: "a symbolic link that leads back to itself",
  ENAMETOOLONG: "a name that is too long",
};

function orProblem<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new FileProblem(PROBLEMS[code] ?? `a file that cannot be read: ${message}`);
  }
}
