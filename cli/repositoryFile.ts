import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";

/**
 * A file as GitHub names it, from the root of the repository that it checked out; undefined where it is no file of the
 * repository.
 *
 * @param workspace the repository's folder; the working folder where it is not known
 */
export function repositoryFile(
  file: string,
  workspace: string = process.env.GITHUB_WORKSPACE ?? process.cwd(),
): string | undefined {
  const path = relative(resolve(workspace), resolve(file));
  return path.startsWith("..") || !existsSync(file) ? undefined : path.replaceAll("\\", "/");
}
