import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageFolder } from "./sourceFiles.ts";

const page = readFileSync(join(packageFolder, "docs/limits.md"), "utf8");
const rows = page.split("\n").filter((line) => /^\| .*test\//.test(line));

/** The traps of the field that the design forbids, each by words of its row. */
const TRAPS = [
  "16-bit seeds; a seed shared by two replications",
  "grids that leave out the end point",
  "intervals re-centred",
  "rounding before differencing",
  "silently resets",
  "scaling to history shown as validation",
  "hand-set",
  "empty or exponential initial stock",
  "average cost quoted as money saved",
  "crowding (39 %) confused with occupancy (139 %)",
];

describe("docs/limits.md", () => {
  it.each(TRAPS)("has a test for the trap: %s", (trap) => {
    expect(rows.filter((row) => row.includes(trap))).toHaveLength(1);
  });

  it.each(rows.map((row) => [row.split("|")[1]!.trim(), row]))("names tests that are there: %s", (_, row) => {
    const files = [...row.matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path!);
    expect(files.length).toBeGreaterThan(0);
    for (const path of files) expect(existsSync(join(packageFolder, path)), path).toBe(true);
    const [, title] = /, "([^"]+)" \|$/.exec(row) ?? [];
    if (title !== undefined) {
      expect(readFileSync(join(packageFolder, files[0]!), "utf8")).toContain(title);
    }
  });
});
