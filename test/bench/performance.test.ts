import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fitPowerLaw } from "../../bench/growth/powerLaw.ts";
import type { Circumstances, Results } from "../../bench/results.ts";
import { ratios, type Spread, spread } from "../../bench/spread.ts";
import { costOfLongRun } from "../../docs/generate/costLine.ts";
import { performanceBars } from "../../docs/generate/performanceBars.ts";
import { short } from "../../docs/generate/performanceNumbers.ts";
import { performancePage, performanceText } from "../../docs/generate/performancePage.ts";
import { packageFolder } from "../sourceFiles.ts";

const circumstances: Circumstances = {
  date: "2026-01-31",
  machine: "2 × processor",
  node: "v20.0.0",
  loadBefore: 0.2,
  quick: false,
};
const exactly = (value: number): Spread => ({ median: value, least: value, most: value });

describe("docs/performance.md", () => {
  it("is what npm run docs writes", async () => {
    expect(readFileSync(join(packageFolder, "docs/performance.md"), "utf8")).toBe(await performancePage());
  });

  it("says when the machine was busy", () => {
    const threads = {
      scenario: "prison-network",
      replications: 16,
      rounds: 1,
      oneThreadSeconds: exactly(2),
      twoThreadsSeconds: exactly(1),
      efficiency: exactly(1),
    };
    const page = (loadBefore: number) =>
      performanceText({ threads: { circumstances: { ...circumstances, loadBefore }, ...threads } });
    expect(page(0.2)).not.toContain("was busy");
    expect(page(4)).toContain("the machine was busy: load average 4 before");
  });

  it("reckons a study from the largest network measured and the exponents", () => {
    const point = (size: number, cpuSeconds: number) => ({ size, cpuSeconds, peakMiB: 1024 });
    const growth: Results["growth"] = {
      circumstances,
      curves: [
        { dimension: "people", points: [point(1e5, 1), point(1e6, 10)] },
        { dimension: "facilities", points: [point(10, 1), point(1000, 1)] },
      ],
    };
    const page = performanceText({ growth });
    // 10 s for a million, exponent 1: 100 s for ten; facilities cost nothing; 5,000 x 100 s / 2 cores = 69 h.
    expect(page).toContain("(10,000,000 ÷ 1,000,000)^1.000 = 100 s");
    expect(page).toContain("139 processor hours; on one machine of 2 cores ÷ 2 = 69 h");
    expect(page).toContain("÷ 100 = 0.69 h");
    expect(page).toContain("10 GiB a thread");
  });
});

describe("performanceBars", () => {
  const startup = (help: number, validate: number): Results => ({
    startup: {
      circumstances,
      rows: [
        { command: "--help", times: 9, cpuSeconds: exactly(help) },
        { command: "validate baseline", times: 9, cpuSeconds: exactly(validate) },
      ],
      emptyCpuSeconds: exactly(0.05),
    },
  });
  const shown = (results: Results) =>
    performanceBars(results)
      .filter(({ met }) => met !== null)
      .map(({ what, met }) => [what.split(",")[0], met]);

  it("performanceBars puts what is missed first, and lets a value at the limit pass", () => {
    expect(shown(startup(0.25, 0.51))).toEqual([
      ["validate baseline", false],
      ["--help", true],
    ]);
    expect(shown(startup(0.26, 0.5))).toEqual([
      ["--help", false],
      ["validate baseline", true],
    ]);
  });

  it("performanceBars turns the ratio of the C++ program over ours round, and takes that of SimPy as it is", () => {
    const row = (program: string, warmRatio: number) => ({
      ...{ scenario: "prison-network" as const, scale: 1, program, version: "", rounds: 1 },
      ...{ processCpuSeconds: exactly(1), processRatio: exactly(1), warmCpuSeconds: exactly(1) },
      ...{
        warmRatio: exactly(warmRatio),
        eventsPerCpuSecond: exactly(1),
        peakMiB: exactly(95),
        seriesPeakMiB: exactly(120),
      },
    });
    const rows = [row("bedspace", 1), row("C++", 0.4), row("SimPy", 60)];
    const bars = performanceBars({ workload: { circumstances, rows } });
    const found = Object.fromEntries(bars.map(({ what, measured, met }) => [what, [measured, met]]));
    expect(found["reference workload, warm replication, over C++"]).toEqual(["2.5 (2.5–2.5)", false]);
    expect(found["SimPy over this, reference workload at full scale"]).toEqual(["60 (60–60)", true]);
    // 95 MiB = 95 x 1.048576 MB.
    expect(found["memory of the reference workload, one replication, MB"]).toEqual(["100 (100–100)", true]);
    expect(found["memory of the reference workload, a series, MB"]).toEqual(["126 (126–126)", false]);
  });

  it("performanceBars draws the cost of 1,000 replications from the line through shorter runs", () => {
    const rows = [10, 40].map((replications) => ({
      replications,
      cpuSeconds: exactly(2 + replications / 100),
      peakMiB: exactly(100),
    }));
    const bars = performanceBars({ report: { circumstances, scenario: "baseline", rows } });
    expect(bars[0]).toMatchObject({ measured: "12", met: false });
  });
});

describe("costOfLongRun", () => {
  it("costOfLongRun follows the line to 1,000 replications, but never below what was measured", () => {
    expect(
      costOfLongRun([
        [10, 20],
        [110, 30],
      ]),
    ).toBeCloseTo(119, 10);
    expect(
      costOfLongRun([
        [10, 377],
        [40, 367],
      ]),
    ).toBe(377);
  });
});

describe("spread and ratios", () => {
  it("spread gives median, least and most, and refuses nothing at all", () => {
    expect(spread([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
    expect(() => spread([])).toThrow("at least one value");
  });

  it("ratios compares within a round", () => {
    expect(ratios([2, 9], [1, 3])).toEqual({ median: 2.5, least: 2, most: 3 });
  });
});

describe("fitPowerLaw", () => {
  it("fitPowerLaw finds the law that points follow, and refuses a single point", () => {
    const { exponent, coefficient } = fitPowerLaw([1, 10, 1000].map((size) => [size, 3 * size ** 0.7]));
    expect(exponent).toBeCloseTo(0.7, 12);
    expect(coefficient).toBeCloseTo(3, 12);
    expect(() => fitPowerLaw([[1, 1]])).toThrow("at least two points, got 1");
  });
});

describe("short", () => {
  it.each([
    [0.12345, "0.12"],
    [0.000041, "0.000041"],
    [99.6, "100"],
    [12_345.6, "12,346"],
  ])("short(%d) is %s", (value, text) => {
    expect(short(value)).toBe(text);
  });
});
