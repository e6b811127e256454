import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LIBRARY, ROOT } from "./libraryFiles.ts";

const rows = readFileSync(join(ROOT, "docs/what-ifs.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));
const scenariosOf = (cell: string): string[] =>
  [...cell.matchAll(/`([a-z0-9-]+)`/g)].map((match) => match[1]!);

describe("docs/what-ifs.md", () => {
  it("has the 24 what-ifs in order, each with a scenario of the library", () => {
    expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
    for (const [, number, , cell = ""] of rows) {
      expect(scenariosOf(cell).length, number).toBeGreaterThan(0);
      for (const id of scenariosOf(cell)) {
        expect(existsSync(join(LIBRARY, `${id}.yaml`)), id).toBe(true);
      }
    }
  });
});
