import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildFiles } from "../../data/pipeline/build.ts";

const tablesFolder = new URL("../../data/tables/", import.meta.url);

/** Made from simulations by `npm run docs`. */
const SIMULATED = ["assumption-effects.json", "model-error.json", "skill-record.json"];

describe("buildFiles", () => {
  const files = buildFiles();

  it.each([...files.keys()])("buildFiles gives the committed bytes of %s", (name) => {
    expect(files.get(name)).toBe(readFileSync(new URL(name, tablesFolder), "utf8"));
  });

  it("buildFiles accounts for every file of the folder", () => {
    expect(readdirSync(tablesFolder).sort()).toEqual([...files.keys(), ...SIMULATED].sort());
  });

  it("buildFiles gives the same bytes when it is run again", () => {
    expect([...buildFiles()]).toEqual([...files]);
  });

  it("buildFiles ends every file with one newline and names no place on a machine", () => {
    for (const text of files.values()) {
      expect(text.endsWith("\n")).toBe(true);
      expect(text.endsWith("\n\n")).toBe(false);
      expect(text).not.toMatch(/\/(work|home|tmp|root)\//);
    }
  });
});
