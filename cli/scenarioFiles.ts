import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { FileProblem, type FileText, type ScenarioFiles } from "../scenarios/index.ts";
import type { HashedFile } from "./manifest.ts";
import { libraryFolder, packageFolder, tablesFolder } from "./package.ts";
import { readText } from "./readText.ts";

const DATA_FILE = /\.(yaml|yml|json)$/;

/**
 * Scenarios and tables on a disk. A scenario is named by the id of a shipped one, by the id of a file beside the
 * one that refers to it, or by a path; a table by the name of a shipped one or a path that stays below the folder
 * of the scenario, also when symbolic links are followed. Paths shown are relative to the working directory.
 */
export class DiskScenarioFiles implements ScenarioFiles {
  readonly #workingFolder: string;
  /** Texts by name. */
  readonly #tables = new Map<string, string>();

  constructor(workingFolder: string = process.cwd()) {
    this.#workingFolder = workingFolder;
  }

  /** Tables read so far with the SHA-256 of their text, ordered by name. */
  get tablesRead(): readonly HashedFile[] {
    return [...this.#tables]
      .map(([file, text]) => ({ file, sha256: sha256Of(text) }))
      .sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  readScenario(reference: string, from: string | null): FileText {
    const folder = this.#folderOf(from);
    const path = isPath(reference) ? resolve(folder, reference) : findById(reference, folder);
    return { path: this.#shown(path), text: readText(path) };
  }

  readTable(reference: string, from: string): FileText {
    const path = isPath(reference) ? this.#tableBeside(reference, from) : shippedTable(reference);
    const text = readText(path);
    this.#tables.set(this.#recorded(path), text);
    return { path: this.#shown(path), text };
  }

  #folderOf(from: string | null): string {
    return from === null ? this.#workingFolder : dirname(resolve(this.#workingFolder, from));
  }

  #tableBeside(reference: string, from: string): string {
    const folder = this.#folderOf(from);
    const path = resolve(folder, reference);
    const outside = new FileProblem("a path that leaves the scenario's folder");
    if (!isInside(folder, path)) throw outside;
    if (existsSync(path) && !isInside(realpathSync(folder), realpathSync(path))) throw outside;
    return path;
  }

  #shown(path: string): string {
    return relative(this.#workingFolder, path) || basename(path);
  }

  /** A name without the machine's folders: relative to the package, else to the working directory. */
  #recorded(path: string): string {
    const home = isInside(packageFolder, path) ? packageFolder : this.#workingFolder;
    return relative(home, path).split(sep).join("/");
  }
}

/** Ids of the shipped scenarios, in alphabetical order. */
export function libraryIds(): string[] {
  return idsIn(libraryFolder, ".yaml");
}

/** In hexadecimal digits. Commands that record no tables do without Node's module, which takes its time to load. */
function sha256Of(text: string): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(text).digest("hex");
}

function isPath(reference: string): boolean {
  return /[/\\]/.test(reference) || DATA_FILE.test(reference);
}

function findById(id: string, folder: string): string {
  const candidates = [join(libraryFolder, `${id}.yaml`), join(folder, `${id}.yaml`)];
  const found = candidates.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new FileProblem("no scenario has that id", [...libraryIds(), ...idsIn(folder, ".yaml")]);
}

function shippedTable(name: string): string {
  const path = join(tablesFolder, `${name}.json`);
  if (existsSync(path)) return path;
  throw new FileProblem("no shipped table has that name", idsIn(tablesFolder, ".json"));
}

function idsIn(folder: string, ending: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && !way.startsWith(`..${sep}`) && way !== ".." && !isAbsolute(way);
}
