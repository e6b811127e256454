import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the package: the nearest one above this file with a package.json, from the sources or the build. */
export const packageFolder = findPackageFolder(dirname(fileURLToPath(import.meta.url)));

/** Version in package.json. */
export const packageVersion = readVersion();

export const libraryFolder = join(packageFolder, "scenarios", "library");
export const casesFolder = join(packageFolder, "data", "cases");
export const tablesFolder = join(packageFolder, "data", "tables");

function findPackageFolder(from: string): string {
  if (existsSync(join(from, "package.json")) || dirname(from) === from) return from;
  return findPackageFolder(dirname(from));
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}
