import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the package. */
export const packageFolder = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** A source file: its path from the package's folder with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Files below some folders of the package whose names end so, in order of path. */
export function sourceFiles(folders: readonly string[], ending: string): SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(join(packageFolder, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: relative(packageFolder, path).replaceAll("\\", "/"),
      text: readFileSync(path, "utf8"),
    }));
}

/** One import or re-export. */
export interface ImportLine {
  readonly specifier: string;
  /** True for `import type` and `export type`, which leave nothing behind at run time. */
  readonly typeOnly: boolean;
}

const IMPORT =
  /\b(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;

/** What a file imports, dynamic imports included. */
export function importsOf(text: string): ImportLine[] {
  return [...withoutComments(text).matchAll(IMPORT)].map((match) => ({
    specifier: match[3] ?? match[4] ?? "",
    typeOnly: match[2] !== undefined,
  }));
}

/** The code of a file; line comments that start a line or follow a space, and block comments, are taken out. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "$1");
}
