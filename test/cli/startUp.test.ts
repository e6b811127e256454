import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
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

/** What the built program loads for a command: packages by name, and the number of its own files. */
function loadedBy(...args: string[]): { packages: Set<string>; own: number } {
  const file = work.path("loaded.txt");
  const { status } = spawnSync(process.execPath, ["--import", listing(file), program, ...args]);
  expect(status).toBe(0);
  const urls = readFileSync(file, "utf8").trim().split("\n");
  const names = urls.flatMap((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? []);
  return { packages: new Set(names), own: urls.filter((url) => /\/dist\//.test(url)).length };
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
    const { packages, own } = loadedBy("validate", SMALL);
    expect(heavyOf(packages)).toEqual(["yaml", "zod"]);
    expect(own).toBeLessThan(30);
  });
});
