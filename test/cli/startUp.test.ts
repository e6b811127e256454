import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { program, SMALL, Workplace } from "./bedspace.ts";

const work = new Workplace();

/** Packages that take their time to load. */
const HEAVY = ["hyparquet", "hyparquet-writer", "piscina", "vega", "vega-lite", "yaml", "zod"];

/** Loader hooks that write down every module the program loads. */
function listing(file: string): string {
  const hooks = `import { appendFileSync } from "node:fs";
    export async function load(url, context, next) {
      appendFileSync(${JSON.stringify(file)}, url + "\\n");
      return next(url, context);
    }`;
  const asUrl = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
  return asUrl(`import { register } from "node:module"; register(${JSON.stringify(asUrl(hooks))});`);
}

/** Files that a file of the build was bundled from, or itself. */
function sourcesOf(url: string): string[] {
  const map = url.startsWith("file:") ? `${fileURLToPath(url)}.map` : "";
  if (!/\/dist\//.test(url) || !existsSync(map)) return [url];
  const { sources } = JSON.parse(readFileSync(map, "utf8")) as { sources: string[] };
  return [url, ...sources];
}

interface Loaded {
  /** By name, whether they are loaded from their own files or bundled. */
  readonly packages: ReadonlySet<string>;
  /** Modules of Node, such as "node:fs". */
  readonly builtin: readonly string[];
  /** Number of files of the program. */
  readonly own: number;
  /** Files that the reports consist of. */
  readonly reports: readonly string[];
}

/** What the built program loads for a command. */
function loadedBy(...args: string[]): Loaded {
  const file = work.path("loaded.txt");
  const { status } = spawnSync(process.execPath, ["--import", listing(file), program, ...args]);
  expect(status).toBe(0);
  const urls = readFileSync(file, "utf8").trim().split("\n");
  const sources = urls.flatMap(sourcesOf);
  const names = sources.flatMap((path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return {
    packages: new Set(names),
    builtin: urls.filter((url) => url.startsWith("node:")),
    own: urls.filter((url) => /\/dist\/(?!.*node_modules)/.test(url)).length,
    reports: sources.flatMap((path) => /\/(reports\/.*)\.[jt]s$/.exec(path)?.[1] ?? []),
  };
}

const heavyOf = (packages: ReadonlySet<string>): string[] => HEAVY.filter((name) => packages.has(name));

describe("the start of the program", () => {
  it.each([["--help"], ["--version"], ["run", "--help"]])(
    "%s loads nothing that takes its time",
    (...args) => {
      const { packages, own } = loadedBy(...args);
      expect(packages).toContain("yargs");
      expect(heavyOf(packages)).toEqual([]);
      expect(own).toBeLessThan(10);
    },
  );

  it("validate loads what reads scenarios, and nothing that simulates or draws", () => {
    const { packages, builtin, own, reports } = loadedBy("validate", SMALL);
    expect(heavyOf(packages)).toEqual(["yaml", "zod"]);
    expect(builtin).toContain("node:fs");
    expect(builtin).not.toContain("node:crypto");
    expect(own).toBeLessThan(30);
    expect(reports).toEqual(["reports/ci/githubAnnotation", "reports/text/en/ci"]);
  });
});
