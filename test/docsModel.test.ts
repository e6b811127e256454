import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type AssumptionEffect, VARIATIONS } from "../docs/generate/assumptionEffects.ts";
import { assumptionsPage, baselineAssumptions, effectWords } from "../docs/generate/assumptionsPage.ts";
import { FORM_ASSUMPTIONS } from "../docs/generate/formAssumptions.ts";
import { tableRows } from "../docs/generate/published.ts";
import { packageFolder } from "./sourceFiles.ts";

const read = (path: string) => readFileSync(join(packageFolder, path), "utf8");

/** Items of the STRESS-DES checklist, version 1.0 (Monks et al. 2019), by their headings here. */
const CHECKLIST = [
  ...["1 Objectives", "1.1 Purpose", "1.2 Outputs", "1.3 Aims of experiments"],
  ...["2 Logic", "2.1 Overview", "2.2 Base model", "2.3 Scenarios", "2.4 Algorithms", "2.5 Components"],
  ...["3 Data", "3.1 Sources", "3.2 Pre-processing", "3.3 Input parameters", "3.4 Assumptions"],
  ...["4 Experimentation", "4.1 Initialisation", "4.2 Run length", "4.3 Estimation"],
  ...["5 Implementation", "5.1 Software", "5.2 Random sampling", "5.3 Execution", "5.4 Machines"],
  "6 Code access",
];

describe("docs/model.md", () => {
  it("has every item of the STRESS-DES checklist, in its order, with words under it", () => {
    const headings = [...read("docs/model.md").matchAll(/^#{2,3} (\d.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(CHECKLIST);
    expect(read("docs/model.md")).not.toMatch(/^### .*\n+#/m);
  });
});

describe("docs/assumptions.md", () => {
  it("is what the baseline, its tables and the simulated effects make", async () => {
    expect(read("docs/assumptions.md")).toBe(await assumptionsPage());
  });

  it("has every assumption of the baseline by its path, with a reason", () => {
    const page = read("docs/assumptions.md");
    for (const { paths, reason } of baselineAssumptions()) {
      expect(page).toContain(`| \`${paths[0]}\``);
      expect(reason, paths[0]).not.toBe("");
    }
  });

  it("has effects of assumptions that the baseline has, each other than what is written", () => {
    const assumptions = baselineAssumptions();
    const effects = tableRows<AssumptionEffect>("assumption-effects");
    expect(effects.map(({ path, value }) => ({ path, value }))).toEqual(VARIATIONS);
    for (const { path, value } of VARIATIONS) {
      const written = assumptions.find(({ paths }) => paths.includes(path));
      expect(written, path).toBeDefined();
      expect(written!.value).not.toBe(value);
    }
  });

  it("has an id of its own, a reason and an effect for every assumption of the form", () => {
    expect(new Set(FORM_ASSUMPTIONS.map(({ id }) => id)).size).toBe(FORM_ASSUMPTIONS.length);
    for (const { assumption, reason, effect } of FORM_ASSUMPTIONS) {
      for (const text of [assumption, reason, effect]) expect(text.length).toBeGreaterThan(10);
    }
  });
});

describe("effectWords(effect)", () => {
  it("gives a sign to what is not zero, and occupancy in points", () => {
    const effect = { path: "a", value: "0.5", transfers: 12, usOccupancy: -0.001, mexicoFederalOccupancy: 0 };
    expect(effectWords(effect)).toBe("at 0.5: +12 people handed over, US −0.100, Mexico 0.000 points");
  });
});
