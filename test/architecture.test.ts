import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { importsOf, sourceFiles, withoutComments } from "./sourceFiles.ts";

/** What each folder may import from: the arrows of dependency. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  engine: ["engine"],
  scenarios: ["scenarios", "engine"],
  reports: ["reports", "scenarios", "engine"],
  workers: ["workers", "scenarios", "engine"],
  experiments: ["experiments", "reports", "scenarios", "engine"],
  cli: ["cli", "experiments", "workers", "reports", "scenarios", "engine"],
  data: ["data"],
};

/** Folders without Node, clock and files. */
const PURE = ["engine", "scenarios", "reports", "experiments"];

/** Packages that only one folder knows. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  engine: ["seedrandom", "simple-statistics"],
  scenarios: ["yaml", "zod"],
  reports: ["simple-statistics", "vega", "vega-lite", "zod"],
  workers: ["piscina"],
};

/** Modules that anyone may use without the index of their folder: small, and without imports of their own. */
const LEAVES = ["reports/ci/githubAnnotation.ts", "reports/text/en/ci.ts", "scenarios/nearest.ts"];

const files = sourceFiles(Object.keys(ARROWS), ".ts");
const imports = files.flatMap(({ path, text }) =>
  importsOf(text).map((line) => {
    const isOurs = line.specifier.startsWith(".");
    const target = isOurs ? posix.join(posix.dirname(path), line.specifier) : line.specifier;
    return { ...line, file: path, isOurs, target };
  }),
);
const folderOf = (path: string): string => path.split("/")[0] ?? "";

describe("the source files", () => {
  it("are read: there are imports within and between folders", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(
      imports.some(({ file, target }) => folderOf(file) === "cli" && target === "workers/index.ts"),
    ).toBe(true);
  });

  it("import along the arrows only", () => {
    const wrong = imports.filter(
      ({ file, isOurs, target }) => isOurs && !ARROWS[folderOf(file)]?.includes(folderOf(target)),
    );
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it("import no cycle", () => {
    expect(cycles()).toEqual([]);
  });

  it("of workers and cli use other folders through their index", () => {
    const wrong = imports.filter(
      ({ file, isOurs, target, typeOnly }) =>
        ["workers", "cli"].includes(folderOf(file)) &&
        isOurs &&
        !typeOnly &&
        folderOf(target) !== folderOf(file) &&
        posix.basename(target) !== "index.ts" &&
        !LEAVES.includes(target),
    );
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it("of the pure folders import nothing of Node", () => {
    const wrong = imports.filter(
      ({ file, target }) => PURE.includes(folderOf(file)) && target.startsWith("node:"),
    );
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it("import only the packages that are known in their folder", () => {
    const wrong = imports.filter(({ file, isOurs, target, typeOnly }) => {
      const known = PACKAGES[folderOf(file)];
      return (
        !isOurs &&
        !typeOnly &&
        known !== undefined &&
        !target.startsWith("node:") &&
        !known.includes(packageOf(target))
      );
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it.each([
    ["global random numbers", /\bMath\.random\b/],
    ["the clock", /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/],
    ["the locale of the machine", /\btoLocale\w*\(\s*\)|\bIntl\.\w+\(\s*\)/],
  ])("of the pure folders do not read %s", (_, pattern) => {
    const wrong = files.filter(
      ({ path, text }) => PURE.includes(folderOf(path)) && pattern.test(withoutComments(text)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

/** "vega-lite" of "vega-lite/build/src", "@scope/name" of "@scope/name/inner". */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Import paths that lead back to where they start, each as "a → b → a". */
function cycles(): string[] {
  const targets = new Map(
    files.map(({ path }) => [path, imports.filter((line) => line.isOurs && line.file === path)]),
  );
  const found: string[] = [];
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(" → "));
    if (start >= 0 || finished.has(path)) return;
    for (const { target } of targets.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
}
