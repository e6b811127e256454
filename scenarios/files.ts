/** A text and the path it was found at; the path is what messages show. */
export interface FileText {
  readonly path: string;
  readonly text: string;
}

/** Reads scenarios and tables for the pure layer, which never touches a disk. */
export interface ScenarioFiles {
  /**
   * Text of a scenario.
   *
   * @param reference a scenario id, or a path ending in .yaml, .yml or .json
   * @param from path of the file that refers to it; null for the user's own argument
   * @throws {FileProblem} if it is missing, unreadable or too large
   */
  readScenario(reference: string, from: string | null): FileText;
  /**
   * Text of a table.
   *
   * @param reference a shipped table's name, or a path below the folder of `from`
   * @param from path of the scenario that refers to it
   * @throws {FileProblem} if it is missing, unreadable or too large
   */
  readTable(reference: string, from: string): FileText;
}

/** A file that cannot be had. `known` lists what would have been found, for a hint. */
export class FileProblem extends Error {
  readonly known: readonly string[];

  constructor(message: string, known: readonly string[] = []) {
    super(message);
    this.name = "FileProblem";
    this.known = known;
  }
}

/** Largest scenario or table text that is read, in characters. */
export const LARGEST_TEXT = 5_000_000;

const BARE_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const DATA_FILE = /\.(yaml|yml|json)$/;
const PLAIN_PATH = /^[A-Za-z0-9_ ./-]+$/;

/** A name of a shipped table, as opposed to a path. */
export function isBareName(reference: string): boolean {
  return BARE_NAME.test(reference);
}

/** A relative path to a YAML or JSON file, written without tricks; `..` is a matter of its own. */
export function isPlainPath(reference: string): boolean {
  return PLAIN_PATH.test(reference) && !reference.startsWith("/") && DATA_FILE.test(reference);
}

/** A plain path that stays below the folder it starts from. */
export function staysInFolder(reference: string): boolean {
  return isPlainPath(reference) && !reference.split("/").includes("..");
}
