import { describe, expect, it } from "vitest";
import { FIXED_STUDIES } from "../../bench/intervals/fixedStudies.ts";
import { SENSITIVITY_STUDIES } from "../../bench/intervals/sensitivityStudies.ts";
import { STOPPED_STUDIES } from "../../bench/intervals/stoppedStudies.ts";
import type { CoverageStudy } from "../../bench/intervals/study.ts";
import { coverageTable, findCoverage } from "../../bench/intervals/table.ts";
import { VARIANCE_STUDIES } from "../../bench/intervals/varianceStudies.ts";

/** Holds in the first three of ten runs. */
const three: CoverageStudy = {
  interval: "mean",
  data: "ten values",
  atLeast: false,
  runs: 10,
  held: (_, run) => (run < 3 ? 1 : 0),
};

describe("findCoverage", () => {
  it("findCoverage gives the share of runs that hold and its standard error", () => {
    const { found, standardError, runs } = findCoverage(three, "1", 1);
    expect(found).toBeCloseTo(0.3, 12);
    // Three ones and seven zeros have the variance 0.3 · 0.7 · 10 / 9.
    expect(standardError).toBeCloseTo(Math.sqrt((0.3 * 0.7) / 9), 12);
    expect(runs).toBe(10);
  });

  it.each(
    [...FIXED_STUDIES, ...STOPPED_STUDIES, ...VARIANCE_STUDIES, ...SENSITIVITY_STUDIES].map(
      (study) => [`${study.interval}, ${study.data}`, study] as const,
    ),
  )("findCoverage repeats itself and finds most intervals right: %s", (_, study) => {
    const scale = 16 / study.runs;
    const first = findCoverage(study, "1", scale);
    expect(findCoverage(study, "1", scale)).toEqual(first);
    // 16 intervals of at least 85 %: fewer than 9 hold with a chance below 1 in 1,000.
    expect(first.found).toBeGreaterThan(0.55);
  });
});

describe("coverageTable", () => {
  it("coverageTable prints percent with one digit, and marks levels that are promised at least", () => {
    const rows = [
      findCoverage(three, "1", 1),
      findCoverage({ ...three, atLeast: true, held: () => 1 }, "1", 1),
    ];
    expect(coverageTable(rows).split("\n")).toEqual([
      "| interval | data | nominal % | found % | standard error | runs |",
      "| --- | --- | --- | --- | --- | --- |",
      "| mean | ten values | 95 | 30.0 | 15.3 | 10 |",
      "| mean | ten values | ≥ 95 | 100.0 | 0.0 | 10 |",
    ]);
  });
});
