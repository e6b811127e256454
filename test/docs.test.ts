import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../cli/usageError.ts";
import { type DocExample, examplesOf } from "./docExamples.ts";
import { packageFolder, sourceFiles } from "./sourceFiles.ts";

const FOLDERS = ["engine", "scenarios", "reports", "experiments", "workers", "cli"];
/** Names in examples that stand for a whole simulation or a part of it: such an example is only read. */
const STAND_INS =
  /(?<![.\w])(analysis|base|baseline|charts|document|files|measures|other|parameters|results?|row|rows|runs?|scenario|sim|spec|words)\b(?!:)/;
/** Something is left out. */
const ELISION = /\.\.\.(?![\w[(])|…/;

const examples = sourceFiles(FOLDERS, ".ts").flatMap(({ path, text }) => examplesOf(path, text));
const runnable = examples.filter(
  ({ code, value }) => !STAND_INS.test(withoutStrings(code)) && !ELISION.test(withoutStrings(code + value)),
);

describe("the examples in doc comments", () => {
  it("are found, and most of them are run", () => {
    expect(runnable.length).toBeGreaterThan(examples.length / 2);
  });

  it.each(runnable.map((example) => [`${example.path}: ${example.code}`, example] as const))(
    "%s gives the value it says",
    async (_, { path, code, value }: DocExample) => {
      const scope = await import(/* @vite-ignore */ pathToFileURL(join(packageFolder, path)).href);
      expect(rounded(evaluate(code, scope))).toEqual(rounded(evaluate(`(${value})`, scope)));
    },
  );
});

const guides = [
  ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map((path) => ({
    path,
    text: readFileSync(join(packageFolder, path), "utf8"),
  })),
  ...sourceFiles(["docs"], ".md"),
];

describe.each(guides.map(({ path, text }) => [path, text] as const))("%s", (path, text) => {
  it("links to files that exist", () => {
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !existsSync(join(packageFolder, dirname(path), link)))).toEqual([]);
  });

  it("names npm scripts that package.json has", () => {
    const { scripts } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)].map(
      (match) => match[1] ?? match[2],
    );
    expect(named.filter((name) => scripts[name ?? ""] === undefined)).toEqual([]);
  });

  it("names commands that the program has", () => {
    const named = [...text.matchAll(/\bnpx bedspace (\w+)/g)].map((match) => match[1] ?? "");
    expect(named.filter((name) => !(COMMANDS as readonly string[]).includes(name))).toEqual([]);
  });
});

function withoutStrings(code: string): string {
  return code.replaceAll(/"[^"]*"|'[^']*'/g, '""');
}

/** Value of the last expression of a program whose global names are those of a module. */
function evaluate(code: string, scope: object): unknown {
  return runInNewContext(code, {
    ...scope,
    Infinity,
    NaN,
    Float64Array,
    Int32Array,
    Uint32Array,
    Uint8Array,
    URL,
    Date,
  });
}

/** A value with its numbers cut to ten significant digits, and its typed arrays as lists. */
function rounded(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toPrecision(10));
  if (Array.isArray(value)) return value.map(rounded);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, rounded);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, rounded(entry)]));
}
