import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../engine/normalQuantile.ts";
import { confidenceInterval } from "../../engine/statistics/confidenceInterval.ts";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import {
  type PrecisionRule,
  precisionOfDifference,
  precisionOfMean,
  precisionOfProbability,
} from "../../engine/statistics/precision.ts";
import { stoppingLooks } from "../../engine/statistics/stoppingLooks.ts";

const RULE: PrecisionRule = { halfWidth: 0.2, relative: false, level: 0.95, minimum: 64 };
const LOOKS = stoppingLooks({ minimum: 64, maximum: 20_000, growth: 1.25, batch: 8 });
const RUNS = 2000;

/** Share of runs, each stopped by the rule, whose interval holds the truth; and the mean number of replications. */
function study(name: string, stopped: (draw: (i: number) => number) => { held: boolean; n: number }) {
  const uniform = keyedUniform("1", name);
  let held = 0;
  let replications = 0;
  for (let run = 0; run < RUNS; run++) {
    const result = stopped((i) => uniform(run, i));
    held += result.held ? 1 : 0;
    replications += result.n;
  }
  return { coverage: held / RUNS, n: replications / RUNS };
}

/** Runs look by look until the judge says that the precision is reached. */
function untilReached<T extends { reached: boolean }>(judge: (n: number) => T): T {
  for (const n of LOOKS) {
    const result = judge(n);
    if (result.reached) return result;
  }
  throw new Error("the precision was not reached");
}

const ofMean =
  (value: (u: number) => number, truth: number, rule: PrecisionRule) => (draw: (i: number) => number) => {
    const values: number[] = [];
    const { mean, halfWidth, n } = untilReached((look) => {
      while (values.length < look) values.push(value(draw(values.length)));
      return precisionOfMean(values, rule);
    });
    return { held: Math.abs(mean - truth) <= halfWidth!, n };
  };

const exponential = (u: number) => -Math.log1p(-u);

describe("an interval at nominal 95 %", () => {
  it.each([
    ["normal values", ofMean(normalQuantile, 0, RULE)],
    ["normal values, a tenth", ofMean(normalQuantile, 0, { ...RULE, halfWidth: 0.1 })],
    ["exponential values", ofMean(exponential, 1, RULE)],
    ["exponential values, a tenth", ofMean(exponential, 1, { ...RULE, halfWidth: 0.1 })],
    ["exponential values, relative", ofMean(exponential, 1, { ...RULE, halfWidth: 0.1, relative: true })],
  ])(
    "precisionOfMean: the stopped interval of %s holds the mean in 93 to 97 of 100 runs",
    (name, stopped) => {
      const { coverage, n } = study(name, stopped);
      expect(coverage).toBeGreaterThanOrEqual(0.93);
      expect(coverage).toBeLessThanOrEqual(0.97);
      expect(n).toBeGreaterThan(64);
    },
  );

  it("precisionOfProbability: the stopped interval holds a share of 0.05 in 93 to 97 of 100 runs", () => {
    const { coverage } = study("bernoulli", (draw) => {
      let successes = 0;
      let trials = 0;
      const { low, high, n } = untilReached((look) => {
        for (; trials < look; trials++) successes += draw(trials) < 0.05 ? 1 : 0;
        return precisionOfProbability(successes, look, { ...RULE, halfWidth: 0.02 });
      });
      return { held: low <= 0.05 && 0.05 <= high, n };
    });
    expect(coverage).toBeGreaterThanOrEqual(0.93);
    expect(coverage).toBeLessThanOrEqual(0.97);
  });

  it("precisionOfDifference: the stopped interval holds a skewed paired difference in 93 to 97 of 100 runs", () => {
    // b exponential with mean 1, a = 1.5 b + another exponential of mean 0.2: the difference has mean 0.7.
    const { coverage } = study("paired", (draw) => {
      const a: number[] = [];
      const b: number[] = [];
      const { mean, halfWidth, n } = untilReached((look) => {
        while (b.length < look) {
          const i = b.length;
          b.push(exponential(draw(2 * i)));
          a.push(1.5 * b[i]! + 0.2 * exponential(draw(2 * i + 1)));
        }
        return precisionOfDifference(a, b, { ...RULE, halfWidth: 0.07, relative: true });
      });
      return { held: Math.abs(mean - 0.7) <= halfWidth!, n };
    });
    expect(coverage).toBeGreaterThanOrEqual(0.93);
    expect(coverage).toBeLessThanOrEqual(0.97);
  });

  it("precisionOfMean: stopping takes what the closed form needs, n = (1.96 sd / h)², and at most 1.25 times more", () => {
    const { n } = study("cost", ofMean(normalQuantile, 0, { ...RULE, halfWidth: 0.1 }));
    const needed = (1.96 / 0.1) ** 2;
    expect(n).toBeGreaterThan(needed);
    expect(n).toBeLessThan(1.25 * needed);
  });
});

describe("precisionOfMean", () => {
  const values = Array.from({ length: 80 }, (_, i) => 10 + (i % 8));
  const usual = confidenceInterval(values, 0.95).halfWidth!;

  it("precisionOfMean shows Student's half-width at the first look and where the target is not reached", () => {
    expect(precisionOfMean(values, { ...RULE, halfWidth: 2 * usual, minimum: 80 })).toMatchObject({
      reached: true,
      halfWidth: usual,
    });
    expect(precisionOfMean(values, { ...RULE, halfWidth: usual / 2 })).toMatchObject({
      reached: false,
      halfWidth: usual,
      target: usual / 2,
    });
  });

  it("precisionOfMean shows the target where it was reached later", () => {
    const target = 1.1 * usual;
    expect(precisionOfMean(values, { ...RULE, halfWidth: target })).toMatchObject({
      reached: true,
      halfWidth: target,
    });
  });

  it("precisionOfMean takes a relative half-width of the absolute mean", () => {
    expect(precisionOfMean([-8, -12], { ...RULE, halfWidth: 0.01, relative: true }).target).toBeCloseTo(
      0.1,
      12,
    );
  });

  it("precisionOfMean is not reached before the minimum", () => {
    expect(precisionOfMean([1, 1, 1], RULE).reached).toBe(false);
    expect(precisionOfMean([1], { ...RULE, minimum: 1 })).toMatchObject({ reached: false, halfWidth: null });
  });

  it("precisionOfMean refuses a half-width of 0", () => {
    expect(() => precisionOfMean([1, 2], { ...RULE, halfWidth: 0 })).toThrow("a half-width above 0, got 0");
  });
});

describe("precisionOfDifference", () => {
  it("precisionOfDifference of equal series is exactly 0 ± 0, also after the first look", () => {
    const series = Array.from({ length: 100 }, (_, i) => 0.1 * i);
    expect(precisionOfDifference(series, [...series], RULE)).toMatchObject({
      mean: 0,
      halfWidth: 0,
      reached: true,
    });
  });

  it("precisionOfDifference takes a relative half-width of the base, not of the difference", () => {
    const rule = { ...RULE, relative: true, halfWidth: 0.005 };
    expect(precisionOfDifference([201, 203], [200, 200], rule).target).toBeCloseTo(1, 12);
  });

  it("precisionOfDifference refuses series of unequal length", () => {
    expect(() => precisionOfDifference([1, 2], [1], RULE)).toThrow("series of one length, got 2 and 1");
  });
});

describe("precisionOfProbability", () => {
  it("precisionOfProbability is reached by half the length of Wilson's interval", () => {
    // Newcombe (1998), table I: 15 of 148 give 0.0624 to 0.1605, so 0.04905 each way.
    expect(precisionOfProbability(15, 148, { ...RULE, halfWidth: 0.0491 }).reached).toBe(true);
    expect(precisionOfProbability(15, 148, { ...RULE, halfWidth: 0.049 }).reached).toBe(false);
  });

  it("precisionOfProbability relative to the share is not reached while nothing has happened", () => {
    expect(precisionOfProbability(0, 10_000, { ...RULE, relative: true })).toMatchObject({
      target: 0,
      reached: false,
    });
  });
});
