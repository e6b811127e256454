import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import {
  type CompiledScenario,
  FileProblem,
  loadScenario,
  type ScenarioFiles,
} from "../../scenarios/index.ts";

export const ROOT = resolve(import.meta.dirname, "../..");
export const LIBRARY = join(ROOT, "scenarios/library");

function read(path: string): { path: string; text: string } {
  if (!existsSync(path)) throw new FileProblem("no such file");
  return { path, text: readFileSync(path, "utf8") };
}

/** The shipped scenarios by id, other files by their path, and the shipped tables. */
export const libraryFiles: ScenarioFiles = {
  readScenario: (reference, from) =>
    /\.yaml$/.test(reference)
      ? read(resolve(from === null ? ROOT : dirname(from), reference))
      : read(join(LIBRARY, `${reference}.yaml`)),
  readTable: (reference) => read(join(ROOT, "data/tables", `${reference}.json`)),
};

const loaded = new Map<string, CompiledScenario>();

/** A scenario of the library, read once. */
export function loadLibrary(name: string): CompiledScenario {
  const scenario = loaded.get(name) ?? loadScenario(name, libraryFiles);
  loaded.set(name, scenario);
  return scenario;
}
