import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DistributionTable,
  lognormalParameters,
  meanDays,
  sampleDistribution,
  sampleInPlace,
} from "../../engine/distributions.ts";
import type { Distribution } from "../../engine/index.ts";

const LARGEST_UNIFORM = 1 - 2 ** -53;
const uniforms = fc.double({ min: 0, max: LARGEST_UNIFORM, noNaN: true });

const threeBands: Distribution = {
  kind: "bands",
  bands: [
    { fromDays: 10, toDays: 20, share: 0.25 },
    { fromDays: 20, toDays: 20, share: 0.25 },
    { fromDays: 100, toDays: 300, share: 0.5 },
  ],
};

const EXAMPLES: readonly (readonly [string, Distribution, number])[] = [
  ["fixed", { kind: "fixed", days: 12 }, 12],
  ["exponential", { kind: "exponential", meanDays: 700 }, 700],
  ["uniform", { kind: "uniform", fromDays: 30, toDays: 90 }, 60],
  ["lognormal", { kind: "lognormal", meanDays: 1200, cv: 1 }, 1200],
  // 0.25 * 15 + 0.25 * 20 + 0.5 * 200
  ["bands", threeBands, 108.75],
];

describe("sampleDistribution", () => {
  it("sampleDistribution of a fixed duration is that duration", () => {
    fc.assert(
      fc.property(uniforms, (u) => {
        expect(sampleDistribution({ kind: "fixed", days: 12 }, u)).toBe(12);
      }),
    );
  });

  it("sampleDistribution of an exponential duration inverts F(x) = 1 - exp(-x / mean)", () => {
    const exponential: Distribution = { kind: "exponential", meanDays: 700 };
    expect(sampleDistribution(exponential, 0)).toBeCloseTo(0, 12);
    expect(sampleDistribution(exponential, 0.5)).toBeCloseTo(700 * Math.LN2, 10);
    expect(sampleDistribution(exponential, 1 - Math.exp(-3))).toBeCloseTo(2100, 9);
  });

  it("sampleDistribution of a uniform duration is the point that divides the interval", () => {
    const uniform: Distribution = { kind: "uniform", fromDays: 30, toDays: 90 };
    expect([0, 0.25, 0.5].map((u) => sampleDistribution(uniform, u))).toEqual([30, 45, 60]);
  });

  it("sampleDistribution of a lognormal duration has the quantiles exp(mu + sigma z)", () => {
    // cv 1: sigma^2 = ln 2, the median is mean / sqrt(2); 0.8413… = Phi(1), 0.975 = Phi(1.95996…).
    const lognormal: Distribution = { kind: "lognormal", meanDays: 1200, cv: 1 };
    const median = 1200 / Math.SQRT2;
    const sigma = Math.sqrt(Math.LN2);
    expect(sampleDistribution(lognormal, 0.5)).toBeCloseTo(median, 9);
    expect(sampleDistribution(lognormal, 0.8413447460685429)).toBeCloseTo(median * Math.exp(sigma), 8);
    expect(sampleDistribution(lognormal, 0.025)).toBeCloseTo(
      median * Math.exp(-sigma * 1.959963984540054),
      9,
    );
  });

  it("sampleDistribution of a lognormal duration without variation is its mean", () => {
    expect(sampleDistribution({ kind: "lognormal", meanDays: 90, cv: 0 }, 0.1)).toBeCloseTo(90, 10);
  });

  it("sampleDistribution of bands is uniform within the band that the uniform falls into", () => {
    const picks = [0, 0.125, 0.25, 0.49, 0.5, 0.75, 0.875];
    expect(picks.map((u) => sampleDistribution(threeBands, u))).toEqual([10, 15, 20, 20, 100, 200, 250]);
  });

  it("sampleDistribution of bands passes over a band of share 0 and ends in the last one", () => {
    const tenths: Distribution = {
      kind: "bands",
      bands: [
        { fromDays: 500, toDays: 600, share: 0 },
        ...Array.from({ length: 10 }, (_, i) => ({ fromDays: i, toDays: i + 1, share: 0.1 })),
      ],
    };
    expect(sampleDistribution(tenths, 0)).toBe(0);
    expect(sampleDistribution(tenths, LARGEST_UNIFORM)).toBeCloseTo(10, 12);
    expect(sampleDistribution(tenths, 0.55)).toBeCloseTo(5.5, 12);
  });

  it.each(EXAMPLES)(
    "sampleDistribution of a duration is never shorter for a larger uniform: %s",
    (_, distribution) => {
      fc.assert(
        fc.property(uniforms, uniforms, (a, b) => {
          const low = sampleDistribution(distribution, Math.min(a, b));
          expect(low).toBeLessThanOrEqual(sampleDistribution(distribution, Math.max(a, b)));
        }),
      );
    },
  );

  it.each(EXAMPLES)(
    "sampleDistribution of the smallest and largest uniform is finite and not below 0: %s",
    (_, d) => {
      for (const u of [0, LARGEST_UNIFORM]) {
        expect(sampleDistribution(d, u)).toBeGreaterThanOrEqual(0);
        expect(sampleDistribution(d, u)).toBeLessThan(Infinity);
      }
    },
  );

  it.each(EXAMPLES)(
    "sampleDistribution of evenly spread uniforms has the mean of the distribution: %s",
    (_, d, mean) => {
      // The midpoint rule on 200,000 cells cuts less than 0.1 % off the tails of these distributions.
      const cells = 200_000;
      let sum = 0;
      const table = new DistributionTable();
      table.add(d);
      const numbers = table.toArray();
      const cell = new Float64Array(1);
      for (let i = 0; i < cells; i++) {
        cell[0] = (i + 0.5) / cells;
        sampleInPlace(numbers, 0, cell);
        sum += cell[0];
      }
      expect(Math.abs(sum / cells / mean - 1)).toBeLessThan(1e-3);
    },
  );
});

describe("meanDays", () => {
  it.each(EXAMPLES)("meanDays of a duration is the mean by formula: %s", (_, distribution, mean) => {
    expect(meanDays(distribution)).toBeCloseTo(mean, 10);
  });
});

describe("lognormalParameters", () => {
  it("lognormalParameters give back mean and variation by exp(mu + sigma^2 / 2) and sqrt(exp(sigma^2) - 1)", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        (mean, cv) => {
          const { mu, sigma } = lognormalParameters(mean, cv);
          expect(Math.exp(mu + sigma ** 2 / 2) / mean).toBeCloseTo(1, 10);
          expect(Math.sqrt(Math.exp(sigma ** 2) - 1) / cv).toBeCloseTo(1, 8);
        },
      ),
    );
  });
});

describe("sampleInPlace", () => {
  it("sampleInPlace finds each distribution of a table at its offset", () => {
    const table = new DistributionTable();
    const offsets = EXAMPLES.map(([, distribution]) => table.add(distribution));
    const numbers = table.toArray();
    EXAMPLES.forEach(([, distribution], i) => {
      for (const u of [0, 0.1, 0.3, 0.6, 0.99]) {
        const cell = Float64Array.of(u);
        sampleInPlace(numbers, offsets[i]!, cell);
        expect(cell[0]).toBe(sampleDistribution(distribution, u));
      }
    });
  });
});
