import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseCase, readCases } from "../cli/readCases.ts";
import { casesPage } from "../docs/generate/casesPage.ts";
import { leverYears } from "../experiments/cases/leverYears.ts";
import { evaluateCase } from "../experiments/index.ts";
import { packageFolder } from "./sourceFiles.ts";

const NO_FILES = {
  scenario: () => {
    throw new RangeError("no scenario");
  },
  recorded: () => {
    throw new RangeError("no table");
  },
};

const ONE = `id: one
title: One
source: S
secondary: false
reason: R
comparisons:
  - what: w
    unit: USD
    published: { low: 3000000, high: 4000000, words: over $3 million }
    computation: { kind: announcedValue, yearsLeft: 75, fee: 44090 }
`;

describe("docs/cases.md", () => {
  it("is what npm run docs writes", async () => {
    expect(readFileSync(join(packageFolder, "docs/cases.md"), "utf8")).toBe(await casesPage());
  }, 120_000);

  it("has every published result that the model must stand up to", () => {
    expect(readCases().map(({ id }) => id)).toEqual([
      "drugs-minus-two",
      "fair-sentencing-act",
      "first-step-act",
      "handover-2025-04",
      "handover-2025-08",
      "handovers-2025",
      "mexico-2022",
      "mexico-2025",
      "oig-base-rate",
      "oig-funnel",
      "urban-levers",
    ]);
  });
});

describe("a case", () => {
  it("differs by nothing inside what the words allow, and from the nearer end outside", () => {
    const [inside] = evaluateCase(parseCase(ONE, "one.yaml"), NO_FILES);
    expect(inside).toMatchObject({ ours: 3_306_750, difference: 0, relative: 0 });
    const [below] = evaluateCase(parseCase(ONE.replace("75", "50"), "one.yaml"), NO_FILES);
    expect(below).toMatchObject({ ours: 2_204_500, difference: -795_500 });
    const [above] = evaluateCase(parseCase(ONE.replace("75", "100"), "one.yaml"), NO_FILES);
    expect(above!.relative).toBeCloseTo(409_000 / 4_000_000, 12);
  });

  it("is refused with the place of what is wrong, and under another name than its id", () => {
    expect(() => parseCase(ONE.replace("fee: 44090", "fees: 44090"), "one.yaml")).toThrow(
      "one.yaml is not a case",
    );
    expect(() => parseCase(ONE, "two.yaml")).toThrow('two.yaml: the id is "one"');
    expect(() => parseCase("a: [", "one.yaml")).toThrow("one.yaml is not YAML");
  });
});

describe("leverYears", () => {
  const lever = { admissionsCut: 0.2, stayCut: 0, affectedShare: 1 };

  it("leverYears of a nearly fixed stay T: a cut of admissions frees cut x (T t - T^2 / 2) once t is beyond T", () => {
    const freed = leverYears({ meanYears: 4, cv: 0.001 }, lever, 10);
    expect(freed).toBeCloseTo(0.2 * (4 * 10 - 4 ** 2 / 2), 3);
  });

  it("leverYears of a nearly fixed stay T cut to T': frees nothing before T', (t - T') until T, then T - T'", () => {
    const cut = { admissionsCut: 0, stayCut: 0.5, affectedShare: 0.5 };
    // T = 4, T' = 2: 2^2 / 2 from year 2 to 4, then 2 beds for 6 years; half of the people.
    expect(leverYears({ meanYears: 4, cv: 0.001 }, cut, 10)).toBeCloseTo(0.5 * (2 + 12), 3);
  });
});
